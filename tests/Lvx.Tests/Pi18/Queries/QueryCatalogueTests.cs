using System.Globalization;
using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

public sealed class QueryCatalogueTests
{
    [Fact]
    public void Every_question_is_found_by_its_text() => Assert.All(Catalogue.Everything, query =>
    {
        Assert.True(QueryCatalogue.TryParse(query.Command, out Query? found, out string? problem));
        Assert.Equal(query.Command, found.Command);
        Assert.Equal(query.GetType(), found.GetType());
        Assert.Null(problem);
    });

    [Theory]
    [InlineData("piri", "PIRI")]
    [InlineData("Gs", "GS")]
    [InlineData(" mod ", "MOD")]
    [InlineData("pgs0", "PGS0")]
    [InlineData("ey2026", "EY2026")]
    public void Case_and_space_around_do_not_matter(string text, string command)
    {
        Assert.True(QueryCatalogue.TryParse(text, out Query? query, out _));
        Assert.Equal(command, query.Command);
        Assert.IsNotType<Query<RawAnswer>>(query);
    }

    [Theory]
    [InlineData("POP1")]
    [InlineData("POP01")]
    [InlineData("pop1")]
    [InlineData("POPM0,1")]
    [InlineData("PF")]
    [InlineData("CLE")]
    [InlineData("LON0")]
    [InlineData("LON1")]
    [InlineData("F50")]
    [InlineData("F60")]
    [InlineData("V2300")]
    [InlineData("MCHGC0,060")]
    [InlineData("MUCHGC0,030")]
    [InlineData("MCHGV564,540")]
    [InlineData("PSDV425")]
    [InlineData("BUCD440,480")]
    [InlineData("PBT2")]
    [InlineData("PCP0,1")]
    [InlineData("PSP0")]
    [InlineData("PGR1")]
    [InlineData("PEA")]
    [InlineData("PDH")]
    [InlineData("PEI")]
    [InlineData("PDI")]
    [InlineData("ACCT0000,0000")]
    [InlineData("ACLT2230,0615")]
    [InlineData("DAT260426183005")]
    [InlineData("ID96132206100001")]
    [InlineData("ID1496132206100001000000")]
    public void A_setter_is_no_question(string text)
    {
        Assert.False(QueryCatalogue.TryParse(text, out Query? query, out string? problem));
        Assert.Null(query);
        Assert.StartsWith($"{text.ToUpperInvariant()} is a setter", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("XYZ")]
    [InlineData("PERT")]
    [InlineData("VFW2")]
    [InlineData("QPIGS")]
    [InlineData("PGS")]
    [InlineData("PRI10")]
    [InlineData("BMS")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345")]
    public void A_word_that_no_document_knows_is_asked_and_its_answer_kept_raw(string text)
    {
        Assert.True(QueryCatalogue.TryParse(text, out Query? query, out _));
        Assert.IsType<Query<RawAnswer>>(query);
        Assert.Equal(text, query.Command);
        Assert.True(query.TryDecodeAny("1,,x y,"u8, out Answer? answer));
        Assert.Equal("1,,x y,", Assert.IsType<RawAnswer>(answer).Text);
        Assert.Equal(["1", "", "x y", ""], answer.Fields.Select(field => field.Value));
        Assert.Null(answer.Extra);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("G S")]
    [InlineData("^P005GS")]
    [InlineData("GS^")]
    [InlineData("G\rS")]
    [InlineData("GS\rPF")]
    [InlineData("G\nS")]
    [InlineData("G\0S")]
    [InlineData("GS\0")]
    [InlineData("GS;PF")]
    [InlineData("GÄ")]
    [InlineData("PıRı")]
    [InlineData("PİRİ")]
    [InlineData("GſS")]
    [InlineData("GS\u0661")]
    [InlineData("(NAK")]
    [InlineData("PGS-1")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456")]
    public void What_is_no_plain_word_is_refused(string text)
    {
        Assert.False(QueryCatalogue.TryParse(text, out Query? query, out string? problem));
        Assert.Null(query);
        Assert.StartsWith("A query is a word of letters and digits", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EY", "EY takes a date of the form yyyy")]
    [InlineData("EY26", "EY takes a date of the form yyyy")]
    [InlineData("EY1999", "EY takes a date of the form yyyy")]
    [InlineData("EY2100", "EY takes a date of the form yyyy")]
    [InlineData("EM202613", "EM takes a date of the form yyyyMM")]
    [InlineData("EM2026", "EM takes a date of the form yyyyMM")]
    [InlineData("ED20260230", "ED takes a date of the form yyyyMMdd")]
    [InlineData("ED202602", "ED takes a date of the form yyyyMMdd")]
    public void Energy_without_a_sound_date_says_which_form_it_takes(string text, string start)
    {
        Assert.False(QueryCatalogue.TryParse(text, out Query? query, out string? problem));
        Assert.Null(query);
        Assert.StartsWith(start, problem, StringComparison.Ordinal);
    }

    // Turkish i and I are not each other's case.
    [Fact]
    public void Lower_case_is_understood_in_turkish()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
            Assert.Equal("PİRİ", "piri".ToUpper(CultureInfo.CurrentCulture));
            Assert.True(QueryCatalogue.TryParse("piri", out Query? query, out _));
            Assert.Same(RatedInformation.Query, query);
            Assert.False(QueryCatalogue.TryParse("pırı", out _, out _));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
