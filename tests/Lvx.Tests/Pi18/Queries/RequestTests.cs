using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

public sealed class RequestTests
{
    // Frames worked out apart from this code. FWS, ACCT and ACLT carry the computed length, where the 2017 document prints 005.
    [Theory]
    [InlineData("PI", "5E503030355049718B0D")]
    [InlineData("GMN", "5E50303036474D4EDD570D")]
    [InlineData("ID", "5E50303035494419CD0D")]
    [InlineData("VFW", "5E50303036564657F6E60D")]
    [InlineData("T", "5E5030303454DF690D")]
    [InlineData("ET", "5E5030303545544E910D")]
    [InlineData("MOD", "5E503030364D4F44DDBE0D")]
    [InlineData("PIRI", "5E5030303750495249EE380D")]
    [InlineData("GS", "5E50303035475358140D")]
    [InlineData("FWS", "5E50303036465753C5430D")]
    [InlineData("FLAG", "5E50303037464C41478E180D")]
    [InlineData("DI", "5E503030354449BE3C0D")]
    [InlineData("MCHGCR", "5E503030394D4348474352EE220D")]
    [InlineData("MUCHGCR", "5E503031304D554348474352B58B0D")]
    [InlineData("ACCT", "5E5030303741434354B7340D")]
    [InlineData("ACLT", "5E5030303741434C54A70B0D")]
    [InlineData("EY2000", "5E50303039455932303030C73C0D")]
    [InlineData("EY2026", "5E50303039455932303236C1980D")]
    [InlineData("EY2099", "5E50303039455932303939EC8D0D")]
    [InlineData("EM202611", "5E50303131454D32303236313187050D")]
    [InlineData("EM202601", "5E50303131454D323032363031B4340D")]
    [InlineData("ED20261122", "5E5030313345443230323631313232C5230D")]
    [InlineData("ED20240229", "5E50303133454432303234303232391F2F0D")]
    [InlineData("PGS0", "5E503030375047533029B60D")]
    [InlineData("PGS1", "5E503030375047533139970D")]
    [InlineData("PGS2", "5E503030375047533209F40D")]
    [InlineData("PGS3", "5E503030375047533319D50D")]
    [InlineData("PGS4", "5E503030375047533469320D")]
    [InlineData("PGS5", "5E503030375047533579130D")]
    [InlineData("PGS6", "5E503030375047533649700D")]
    [InlineData("PGS7", "5E503030375047533759510D")]
    [InlineData("PGS8", "5E5030303750475338A8BE0D")]
    [InlineData("PGS9", "5E5030303750475339B89F0D")]
    [InlineData("PRI0", "5E50303037505249306D9D0D")]
    [InlineData("PRI1", "5E50303037505249317DBC0D")]
    [InlineData("PRI2", "5E50303037505249324DDF0D")]
    [InlineData("PRI3", "5E50303037505249335DFE0D")]
    [InlineData("PRI4", "5E50303037505249342D190D")]
    [InlineData("PRI5", "5E50303037505249353D380D")]
    [InlineData("PRI6", "5E50303037505249360E5B0D")]
    [InlineData("PRI7", "5E50303037505249371D7A0D")]
    [InlineData("PRI8", "5E5030303750524938EC950D")]
    [InlineData("PRI9", "5E5030303750524939FCB40D")]
    public void A_question_travels_as_these_bytes(string command, string frame)
    {
        Query query = Catalogue.Everything.FirstOrDefault(q => q.Command == command) ?? Dated(command);
        Assert.Equal(frame, Convert.ToHexString(query.Request.Span));
        Assert.Equal(command, query.ToString());
    }

    [Fact]
    public void The_catalogue_holds_every_question_of_the_documents() => Assert.Equal(
        [
            "ACCT", "ACLT", "DI", "ET", "FLAG", "FWS", "GMN", "GS", "ID", "MCHGCR", "MOD", "MUCHGCR", "PI", "PIRI", "T", "VFW",
        ],
        QueryCatalogue.WithoutArgument.Select(query => query.Command).Order(StringComparer.Ordinal));

    [Fact]
    public void The_catalogue_names_the_questions_with_an_argument() =>
        Assert.Equal(["EYyyyy", "EMyyyymm", "EDyyyymmdd", "PGSn", "PRIn"], QueryCatalogue.WithArgument);

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    [InlineData(int.MaxValue)]
    public void A_slot_is_one_digit(int slot)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ParallelStatus.Query(slot));
        Assert.Throws<ArgumentOutOfRangeException>(() => ParallelRating.Query(slot));
    }

    [Theory]
    [InlineData(1999)]
    [InlineData(2100)]
    public void A_year_is_of_this_century(int year)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SolarEnergy.OfYear(year));
        Assert.Throws<ArgumentOutOfRangeException>(() => SolarEnergy.OfMonth(year, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SolarEnergy.OfDay(new DateOnly(year, 1, 1)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(13)]
    public void A_month_is_one_of_twelve(int month) => Assert.Throws<ArgumentOutOfRangeException>(() => SolarEnergy.OfMonth(2026, month));

    private static Query<SolarEnergy> Dated(string command)
    {
        int year = int.Parse(command.AsSpan(2, 4), System.Globalization.CultureInfo.InvariantCulture);
        return command switch
        {
            ['E', 'Y', ..] => SolarEnergy.OfYear(year),
            ['E', 'M', .. var date] => SolarEnergy.OfMonth(year, int.Parse(date[4..], System.Globalization.CultureInfo.InvariantCulture)),
            _ => SolarEnergy.OfDay(DateOnly.ParseExact(command[2..], "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture)),
        };
    }
}
