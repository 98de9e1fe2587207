using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

/// <summary>Feeds the reader in chunks, as a line does, and holds it to its contract while it reads.</summary>
internal sealed class FrameStream
{
    private readonly List<byte> pending = [];

    public List<ReadItem> Items { get; } = [];

    public int Pending => pending.Count;

    public IEnumerable<ReadItem> Frames => Items.Where(item => item.Outcome == ReadOutcome.Complete);

    public IEnumerable<string> Summary =>
        Items.Select(item => $"{char.ToLowerInvariant(item.Kind.ToString()[0])}{item.Kind.ToString()[1..]} {item.Raw.Length / 2}")
            .Concat(pending.Count > 0 ? [$"needMore {pending.Count}"] : []);

    public void Feed(ReadOnlySpan<byte> chunk)
    {
        pending.AddRange(chunk);
        while (true)
        {
            ReadOnlySpan<byte> input = pending.ToArray();
            ReadOutcome outcome = FrameReader.TryRead(input, out Frame frame, out int consumed);
            if (outcome == ReadOutcome.NeedMore)
            {
                Assert.Equal(0, consumed);
                return;
            }

            Assert.InRange(consumed, 1, input.Length);
            Assert.Equal(Convert.ToHexString(input[..consumed]), Convert.ToHexString(frame.Raw));
            Assert.Equal(outcome == ReadOutcome.Skip, frame.Kind is FrameKind.Noise or FrameKind.Damaged);
            Items.Add(new ReadItem(outcome, frame.Kind, Convert.ToHexString(frame.Raw), Convert.ToHexString(frame.Body)));
            pending.RemoveRange(0, consumed);
        }
    }
}
