using System.Text;
using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

public sealed class FixtureTests
{
    public static TheoryData<string> Ids => [.. FrameFixtures.All.Select(fixture => fixture.Id)];

    public static TheoryData<string> AnswerIds => [.. FrameFixtures.Answers.Select(fixture => fixture.Id)];

    public static TheoryData<string> RefusedIds => [.. FrameFixtures.All.Where(fixture => fixture.Refused is not null).Select(fixture => fixture.Id)];

    // The captured body differs from what the encoder writes: two-digit current, five-digit powers, garbage instead of a serial, digits behind the serial.
    private static readonly Dictionary<string, string> EncodedOtherwise = new()
    {
        ["piri-two-digit-ac-current"] = "2300,217,2300,500,217,5000,5000,480,500,570,420,576,540,2,030,060,0,1,1,6,0,0,0,1,2,00",
        ["gs-five-digit-powers"] = "2312,500,0000,000,0000,0000,000,518,000,000,000,004,036,027,000,000,0302,0000,2438,0000,0,2,0,0,1,2,2,0",
        ["pri0-single-unit"] = "1,00,00000000000000000000,0,000,000,0",
        ["pri1-single-unit"] = "1,00,00000000000000000000,0,000,000,0",
        ["id-document"] = "1401234567890123000000",
    };

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_frame_reads_as_its_fixture_says(string id)
    {
        FrameFixture fixture = FrameFixtures.Find(id);
        var stream = new FrameStream();
        stream.Feed(fixture.Bytes);
        Assert.Equal(fixture.Reads, stream.Summary);
    }

    [Theory]
    [MemberData(nameof(AnswerIds))]
    public void An_answer_decodes_to_every_value_of_its_fixture_and_to_no_other(string id)
    {
        FrameFixture fixture = FrameFixtures.Find(id);
        Assert.Equal(ReadOutcome.Complete, FrameReader.TryRead(fixture.Bytes, out Frame frame, out _));
        Assert.True(QueryCatalogue.TryParse(fixture.Command, out Query? query, out _));
        Assert.True(query.TryDecodeAny(frame.Body, out Answer? answer));
        Assert.Equal(fixture.Fields!.Value.EnumerateObject().Select(FieldText.Of), answer.Fields.Select(FieldText.Of));
    }

    [Theory]
    [MemberData(nameof(AnswerIds))]
    public void The_three_digits_of_the_header_are_checked_and_never_decide(string id)
    {
        FrameFixture fixture = FrameFixtures.Find(id);
        Assert.Equal(ReadOutcome.Complete, FrameReader.TryRead(fixture.Bytes, out Frame frame, out _));
        Assert.Equal(int.Parse(Encoding.ASCII.GetString(fixture.Bytes[2..5]), System.Globalization.CultureInfo.InvariantCulture), frame.DeclaredLength);
        Assert.Equal(fixture.LengthFits, frame.LengthFits);
    }

    [Theory]
    [MemberData(nameof(AnswerIds))]
    public void A_decoded_answer_encodes_to_the_body_it_came_in(string id)
    {
        FrameFixture fixture = FrameFixtures.Find(id);
        Assert.True(QueryCatalogue.TryParse(fixture.Command, out Query? query, out _));
        Assert.True(query.TryDecodeAny(fixture.Body, out Answer? answer));
        Assert.Equal(EncodedOtherwise.GetValueOrDefault(id) ?? Encoding.Latin1.GetString(fixture.Body), answer.ToBody());
    }

    [Theory]
    [MemberData(nameof(RefusedIds))]
    public void A_refused_frame_answers_no_question_of_the_catalogue(string id)
    {
        FrameFixture fixture = FrameFixtures.Find(id);
        var stream = new FrameStream();
        stream.Feed(fixture.Bytes);
        IEnumerable<string> answered = from item in stream.Items
                                       where item.Outcome == ReadOutcome.Complete
                                       from query in Catalogue.Everything
                                       where query.Shape.Fits(Convert.FromHexString(item.Body))
                                       select query.Command;
        Assert.Empty(answered);
    }
}
