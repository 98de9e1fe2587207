using System.Globalization;
using System.Text;
using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

public sealed class CultureTests : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentCulture;

    // A comma for the point, an i that is no I, and another calendar, minus sign and digits.
    public static TheoryData<string> Cultures => ["de-DE", "tr-TR", "th-TH", "sv-SE", "fa-IR", "ar-SA"];

    public void Dispose() => CultureInfo.CurrentCulture = before;

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Answers_decode_and_encode_alike_everywhere(string culture)
    {
        (string Body, List<string> Fields)[] expected = [.. FrameFixtures.Answers.Select(Decode)];
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        (string Body, List<string> Fields)[] actual = [.. FrameFixtures.Answers.Select(Decode)];
        Assert.Equal(expected.Select(answer => answer.Body), actual.Select(answer => answer.Body));
        Assert.Equal(expected.SelectMany(answer => answer.Fields), actual.SelectMany(answer => answer.Fields));
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Below_zero_is_read_and_written_alike_everywhere(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        string[] fields = Encoding.ASCII.GetString(FrameFixtures.Find("gs-lv5048-load-1458w").Body).Split(',');
        fields[13] = "-05";
        Assert.True(GeneralStatus.Query.TryDecode(Encoding.ASCII.GetBytes(string.Join(',', fields)), out GeneralStatus? status));
        Assert.Equal(-5, status.HeatSinkTemperature);
        Assert.Equal(string.Join(',', fields), status.ToBody());
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Setters_are_the_same_everywhere(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        Assert.Equal("MCHGC0,060", Setters.MaxChargeCurrent(60).Command);
        Assert.Equal("MCHGV564,540", Setters.BulkAndFloatVoltage(56.4m, 54.0m).Command);
        Assert.Equal("PSDV425", Setters.CutOffVoltage(42.5m).Command);
        Assert.Equal("BUCD460,000", Setters.ReChargeAndReDischargeVoltage(46m, 0m).Command);
        Assert.Equal("PCP0,2", Setters.ChargerSourcePriority(ChargerSourcePriority.SolarOnly).Command);
        Assert.Equal("ACCT2230,0615", Setters.AcChargeWindow(new TimeOnly(22, 30), new TimeOnly(6, 15)).Command);
        Assert.Equal("DAT260426183005", Setters.Clock(new DateTime(2026, 4, 26, 18, 30, 5)).Command);
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Questions_are_the_same_everywhere(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        Assert.Equal("PGS9", ParallelStatus.Query(9).Command);
        Assert.Equal("EM202611", SolarEnergy.OfMonth(2026, 11).Command);
        Assert.Equal("ED20261122", SolarEnergy.OfDay(new DateOnly(2026, 11, 22)).Command);
        Assert.True(QueryCatalogue.TryParse("ed20261122", out Query? day, out _));
        Assert.Equal("ED20261122", day.Command);
        Assert.True(QueryCatalogue.TryParse("piri", out Query? rated, out _));
        Assert.Same(RatedInformation.Query, rated);
        Assert.False(QueryCatalogue.TryParse("pgr1", out _, out _));
        Assert.False(QueryCatalogue.TryParse("EY", out _, out string? problem));
        Assert.EndsWith("EY2026.", problem, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void A_range_is_told_with_a_point_everywhere(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Setters.CutOffVoltage(39m));
        Assert.StartsWith("Must be 40.0 to 48.0 V in tenths.", error.Message, StringComparison.Ordinal);
    }

    private static (string Body, List<string> Fields) Decode(FrameFixture fixture)
    {
        Assert.True(QueryCatalogue.TryParse(fixture.Command, out Query? query, out _));
        Assert.True(query.TryDecodeAny(fixture.Body, out Answer? answer));
        return (answer.ToBody(), [.. answer.Fields.Select(FieldText.Of)]);
    }
}
