using System.Text;
using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

public sealed class ExtraFieldTests
{
    [Theory]
    [InlineData("gs-lv5048-load-1458w")]
    [InlineData("piri-lv5048-three-digits")]
    [InlineData("pgs-hybrid")]
    [InlineData("flag-captured")]
    [InlineData("di-captured")]
    [InlineData("vfw-captured")]
    [InlineData("pri-parallel")]
    public void One_field_more_is_kept_and_changes_nothing_else(string id)
    {
        FrameFixture fixture = FrameFixtures.Find(id);
        Answer plain = Decode(fixture, "");
        Answer longer = Decode(fixture, ",07x");
        Assert.Null(plain.Extra);
        Assert.Equal("07x", longer.Extra);
        Assert.Equal([.. plain.Fields, new Field("extra1", "07x")], longer.Fields);
        Assert.Equal(Encoding.Latin1.GetString(fixture.Body) + ",07x", longer.ToBody());
    }

    [Theory]
    [InlineData("gs-lv5048-load-1458w")]
    [InlineData("piri-lv5048-three-digits")]
    [InlineData("pgs-hybrid")]
    [InlineData("flag-captured")]
    public void Two_fields_more_are_kept_one_by_one_even_when_empty(string id)
    {
        Answer longer = Decode(FrameFixtures.Find(id), ",1,");
        Assert.Equal("1,", longer.Extra);
        Assert.Equal([new Field("extra1", "1"), new Field("extra2", "")], longer.Fields.TakeLast(2));
    }

    [Fact]
    public void Flags_of_faults_behind_the_known_ones_are_shown_by_number()
    {
        var plain = (FaultStatus)Decode(FrameFixtures.Find("fws-synthetic"), "");
        var longer = (FaultStatus)Decode(FrameFixtures.Find("fws-synthetic"), ",1,0");
        Assert.Equal([.. plain.Fields, new Field("warning18", true), new Field("warning19", false)], longer.Fields);
        Assert.Equal([.. plain.Warnings, "warning 18"], longer.Warnings);
        Assert.Equal(19, longer.FlagCount);
    }

    // The 2017 document has no regulation.
    [Fact]
    public void Rated_information_without_its_last_field_has_no_regulation()
    {
        string body = Encoding.ASCII.GetString(FrameFixtures.Find("piri-lv5048-three-digits").Body);
        Assert.True(RatedInformation.Query.TryDecode(Encoding.ASCII.GetBytes(body[..^3]), out RatedInformation? shorter));
        Assert.True(RatedInformation.Query.TryDecode(Encoding.ASCII.GetBytes(body), out RatedInformation? whole));
        Assert.Equal(0, whole.Regulation);
        Assert.Equal(whole with { Regulation = null }, shorter);
    }

    private static Answer Decode(FrameFixture fixture, string behind)
    {
        Assert.True(QueryCatalogue.TryParse(fixture.Command, out Query? query, out _));
        Assert.True(query.TryDecodeAny([.. fixture.Body, .. Encoding.ASCII.GetBytes(behind)], out Answer? answer));
        return answer;
    }
}
