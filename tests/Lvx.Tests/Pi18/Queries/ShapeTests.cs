using System.Text;
using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

public sealed class ShapeTests
{
    // An answer does not say to which question; within a group nothing tells the answers apart.
    private static readonly string[][] SameShape =
    [
        ["PI", "MOD", "GMN"],
        ["ET", "EY2026", "EM202611", "ED20261122"],
        ["MCHGCR", "MUCHGCR"],
        ["ACCT", "ACLT"],
        [.. Enumerable.Range(0, 10).Select(n => $"PGS{n}")],
        [.. Enumerable.Range(0, 10).Select(n => $"PRI{n}")],
        ["ID"], ["VFW"], ["T"], ["PIRI"], ["GS"], ["FWS"], ["FLAG"], ["DI"],
    ];

    public static TheoryData<string> AnswerIds => [.. FrameFixtures.Answers.Select(fixture => fixture.Id)];

    [Fact]
    public void The_groups_hold_every_question_once() =>
        Assert.Equal(Catalogue.Everything.Select(query => query.Command).Order(), SameShape.SelectMany(group => group).Order());

    [Fact]
    public void Every_group_has_a_captured_answer()
    {
        IEnumerable<string> captured = FrameFixtures.Answers.Select(fixture => Word(fixture.Command)).Distinct();
        Assert.All(SameShape, group => Assert.NotEmpty(group.Select(Word).Intersect(captured)));
    }

    [Theory]
    [MemberData(nameof(AnswerIds))]
    public void An_answer_fits_the_questions_of_its_own_group_and_no_other(string id)
    {
        FrameFixture fixture = FrameFixtures.Find(id);
        string[] group = SameShape.Single(names => names.Select(Word).Contains(Word(fixture.Command)));
        Assert.Equal(
            group.Order(),
            Catalogue.Everything.Where(query => query.Shape.Fits(fixture.Body)).Select(query => query.Command).Order());
    }

    [Theory]
    [InlineData("gs-lv5048-load-1458w", 28)]
    [InlineData("piri-lv5048-three-digits", 25)]
    [InlineData("pgs-hybrid", 29)]
    [InlineData("fws-none", 17)]
    [InlineData("flag-captured", 9)]
    [InlineData("di-captured", 24)]
    [InlineData("pri-parallel", 7)]
    [InlineData("vfw-captured", 3)]
    [InlineData("acct-none", 2)]
    [InlineData("mchgcr-8", 1)]
    public void The_fewest_fields_fit_and_one_fewer_does_not(string id, int fewest)
    {
        FrameFixture fixture = FrameFixtures.Find(id);
        Assert.True(QueryCatalogue.TryParse(fixture.Command, out Query? query, out _));
        string[] fields = Encoding.Latin1.GetString(fixture.Body).Split(',');
        Assert.True(query.Shape.Fits(Bytes(fields[..fewest])));
        Assert.False(query.Shape.Fits(Bytes(fields[..(fewest - 1)])));
        Assert.False(query.TryDecodeAny(Bytes(fields[..(fewest - 1)]), out Answer? answer));
        Assert.Null(answer);
    }

    [Theory]
    [InlineData("PI", "18,1")]
    [InlineData("PI", "018")]
    [InlineData("PI", "1")]
    [InlineData("MOD", "05,05")]
    [InlineData("T", "20210521234743,1")]
    [InlineData("T", "2021052123474")]
    [InlineData("ET", "00006591,1")]
    [InlineData("ET", "6591")]
    [InlineData("ET", "00000006591")]
    [InlineData("ID", "9616170410000100000")]
    [InlineData("ACCT", "0000,0000,0000")]
    [InlineData("ACCT", "000,0000")]
    [InlineData("MCHGCR", "010,020,30")]
    [InlineData("MCHGCR", "010,020,0300")]
    [InlineData("MCHGCR", "010,,030")]
    public void A_field_too_many_or_of_another_width_does_not_fit(string command, string body)
    {
        Assert.True(QueryCatalogue.TryParse(command, out Query? query, out _));
        Assert.False(query.Shape.Fits(Encoding.ASCII.GetBytes(body)));
    }

    [Fact]
    public void An_empty_body_answers_no_question_of_the_catalogue() => Assert.All(Catalogue.Everything, query => Assert.False(query.Shape.Fits([])));

    // The unsolicited push of a PI17 relative, captured: it carries a word that a question has, too.
    [Fact]
    public void A_foreign_push_answers_no_question_of_the_catalogue() =>
        Assert.All(Catalogue.Everything, query => Assert.False(query.Shape.Fits(FrameFixtures.Find("bms-push").Body)));

    // Longer answers of later firmware may come to the same count; the widths of the first fields still tell them apart.
    [Theory]
    [InlineData("piri-lv5048-three-digits")]
    [InlineData("pgs-hybrid")]
    [InlineData("fws-none")]
    [InlineData("di-captured")]
    [InlineData("flag-captured")]
    [InlineData("gs-lv5048-load-1458w")]
    public void More_fields_do_not_make_an_answer_fit_another_question(string id)
    {
        FrameFixture fixture = FrameFixtures.Find(id);
        string[] group = SameShape.Single(names => names.Select(Word).Contains(Word(fixture.Command)));
        byte[] body = fixture.Body;
        for (int more = 1; more <= 30; more++)
        {
            body = [.. body, .. ",0"u8];
            Assert.Empty(Catalogue.Everything.Where(query => query.Shape.Fits(body)).Select(query => query.Command).Except(group));
        }
    }

    // 8, 9, 12 and 13 values were seen.
    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(12)]
    [InlineData(13)]
    public void A_list_of_currents_is_as_long_as_the_model_offers(int count)
    {
        string[] fields = [.. Enumerable.Range(1, count).Select(n => $"{n * 10:D3}")];
        Assert.True(ChargeCurrents.Total.TryDecode(Bytes(fields), out ChargeCurrents? currents));
        Assert.Equal(Enumerable.Range(1, count).Select(n => n * 10), currents.Amperes);
    }

    private static byte[] Bytes(string[] fields) => Encoding.Latin1.GetBytes(string.Join(',', fields));

    // Questions with an argument have one word, whatever the argument.
    private static string Word(string command) => command.TrimEnd("0123456789".ToCharArray());
}
