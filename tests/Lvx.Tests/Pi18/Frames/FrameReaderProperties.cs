using FsCheck;
using FsCheck.Fluent;
using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

public sealed class FrameReaderProperties
{
    // Bytes that mean something to the reader come far more often than chance would have them.
    private static readonly Gen<byte[]> Piece = Gen.OneOf(
        Gen.Choose(0, 255).Select(b => new[] { (byte)b }),
        Gen.Elements("^"u8.ToArray(), "("u8.ToArray(), "\r"u8.ToArray(), [0], "^D"u8.ToArray(), "^D0"u8.ToArray(), "^D005"u8.ToArray()),
        Gen.Elements("^P999"u8.ToArray(), "^S000"u8.ToArray(), "^1"u8.ToArray(), "^0"u8.ToArray(), "^1\x0B"u8.ToArray(), "(N"u8.ToArray(), "(NAKss"u8.ToArray()));

    private static readonly Arbitrary<byte[]> Noise = Piece.ListOf().Select(pieces => pieces.SelectMany(piece => piece).ToArray()).ToArbitrary();

    private static readonly Arbitrary<string> CaretFrames = Gen
        .Elements(FrameFixtures.WholeFrames.Where(fixture => fixture.Bytes[0] == '^').Select(fixture => fixture.Id).ToArray())
        .ToArbitrary();

    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(2000).WithQuietOnSuccess(true);

    // FrameStream asserts the contract at every step: at least one byte and at most all of them for Skip and Complete, none for NeedMore.
    [Fact]
    public void Any_bytes_are_read_without_exception_and_never_without_progress() => Prop.ForAll(Noise, bytes =>
    {
        var stream = new FrameStream();
        stream.Feed(bytes);
        Assert.Equal(Convert.ToHexString(bytes), string.Concat(stream.Items.Select(item => item.Raw)) + Convert.ToHexString(bytes.AsSpan(bytes.Length - stream.Pending)));
    }).Check(Often);

    [Fact]
    public void Less_than_the_longest_frame_ever_waits() => Prop.ForAll(Noise, Gen.Choose(0, 1500).ToArbitrary(), (bytes, more) =>
    {
        var stream = new FrameStream();
        stream.Feed([.. bytes, .. Enumerable.Repeat((byte)'1', more)]);
        Assert.InRange(stream.Pending, 0, FrameReader.MaxFrameLength - 1);
    }).Check(Often);

    // What holds: a frame that begins with a caret always comes out last, whatever stands before it. An open header in the noise may take the frame's
    // bytes into one run, but no answer holds a caret, so the run is given up at the next caret inside it even when its checksum fits by chance, and
    // the frame's own caret is the last. It does not hold for the forms of PI30, which begin with a parenthesis: an open header swallows them.
    [Fact]
    public void Behind_any_noise_a_whole_frame_comes_out_last() => Prop.ForAll(Noise, CaretFrames, (noise, id) =>
    {
        byte[] frame = FrameFixtures.Find(id).Bytes;
        var stream = new FrameStream();
        stream.Feed([.. noise, .. frame]);
        Assert.Equal(Convert.ToHexString(frame), stream.Items[^1].Raw);
        Assert.Equal(ReadOutcome.Complete, stream.Items[^1].Outcome);
    }).Check(Often);

    [Fact]
    public void How_the_line_cuts_the_bytes_does_not_change_the_frames() => Prop.ForAll(Noise, CaretFrames, Gen.Choose(1, 9).ToArbitrary(), (noise, id, size) =>
    {
        byte[] bytes = [.. noise, .. FrameFixtures.Find(id).Bytes, .. noise];
        var atOnce = new FrameStream();
        atOnce.Feed(bytes);
        var cut = new FrameStream();
        foreach (byte[] chunk in bytes.Chunk(size))
        {
            cut.Feed(chunk);
        }

        Assert.Equal(atOnce.Frames, cut.Frames);
    }).Check(Often);

    [Fact]
    public void What_the_writer_writes_the_reader_reads() => Prop.ForAll(Bodies, body =>
    {
        var frame = new byte[body.Length + 8];
        Assert.Equal(frame.Length, FrameWriter.Write(frame, FrameKind.Answer, body));
        Assert.Equal(ReadOutcome.Complete, FrameReader.TryRead(frame, out Frame read, out int consumed));
        Assert.Equal(frame.Length, consumed);
        Assert.Equal(body, read.Body.ToArray());
        Assert.True(read.LengthFits);
    }).Check(Often);

    // What a unit may send in a body: no caret and no CR.
    private static Arbitrary<byte[]> Bodies => Gen.Choose(1, 255).Where(b => b is not ('^' or '\r')).Select(b => (byte)b).ArrayOf().ToArbitrary();
}
