using Lvx.Fuzz.Mutations;
using Lvx.Fuzz.Oracle;
using Lvx.Fuzz.Running;
using Lvx.Pi18;

namespace Lvx.Fuzz.Targets;

/// <summary>The frame reader: what it takes for frames is what another reader takes for them, at the same places, however the bytes are split.</summary>
internal sealed class FrameTarget : ITarget
{
    public string Name => "frames";

    public int Share => 340;

    public (TimeSpan Time, long Bytes) Bounds => (TimeSpan.FromSeconds(2), 1 << 20);

    public byte[] Make(Dice dice) => LineMutation.Make(dice);

    public Verdict Judge(byte[] input, Dice dice)
    {
        List<(int Start, int Length)> expected = PlainFrames.In(input);
        foreach (List<int> splits in (List<int>[])[[], Splits(input.Length, dice)])
        {
            List<(int Start, int Length)> found = Read(input, splits, out string? problem);
            if (problem is not null)
            {
                return Verdict.Wrong(problem);
            }

            if (!found.SequenceEqual(expected))
            {
                return Verdict.Wrong($"frames at {string.Join(' ', found)} instead of {string.Join(' ', expected)}, split at {string.Join(' ', splits)}");
            }
        }

        return expected.Count > 0 ? Verdict.Accepted : Verdict.Refused("no sound frame");
    }

    private static List<int> Splits(int length, Dice dice)
    {
        if (dice.OneIn(8))
        {
            return [.. Enumerable.Range(1, length)];
        }

        int step = dice.OneIn(2) ? 8 : dice.Between(1, 64);
        return [.. Enumerable.Range(1, length / step).Select(number => number * step)];
    }

    /// <summary>Reads as a line does: bytes come up to each split, and what was consumed is dropped.</summary>
    private static List<(int Start, int Length)> Read(byte[] input, List<int> splits, out string? problem)
    {
        var found = new List<(int Start, int Length)>();
        int start = 0;
        problem = null;
        foreach (int end in splits.Append(input.Length))
        {
            while (true)
            {
                ReadOutcome outcome = FrameReader.TryRead(input.AsSpan(start, end - start), out Frame frame, out int consumed);
                if (outcome == ReadOutcome.NeedMore)
                {
                    int missing = FrameReader.Missing(input.AsSpan(start, end - start));
                    problem = consumed != 0 ? "it consumed what it needs more of"
                        : end - start >= FrameReader.MaxFrameLength ? "it waits for more than the longest frame"
                        : missing < 1 || end - start + missing > Math.Max(FrameReader.MaxFrameLength, end - start + 1) ? $"it misses {missing} bytes after {end - start}"
                        : null;
                    if (problem is not null)
                    {
                        return found;
                    }

                    break;
                }

                if (consumed <= 0 || consumed > end - start || frame.Raw.Length != consumed)
                {
                    problem = $"it consumed {consumed} of {end - start} bytes";
                    return found;
                }

                // The PI30 family's words have no checksum: they are what they are to the letter, or nothing.
                bool isWord = frame.Kind is FrameKind.Pi30Accepted or FrameKind.Pi30Refused;
                if (isWord && !frame.Raw.SequenceEqual(frame.Kind == FrameKind.Pi30Accepted ? "(ACK9 \r"u8 : "(NAKss\r"u8))
                {
                    problem = "it took something else for a word of the PI30 family";
                }
                else if (outcome == ReadOutcome.Complete && !isWord)
                {
                    found.Add((start, consumed));
                }
                else if (outcome == ReadOutcome.Skip && frame.Kind is not (FrameKind.Noise or FrameKind.Damaged))
                {
                    problem = $"it skipped what it calls {frame.Kind}";
                }

                if (problem is not null)
                {
                    return found;
                }

                start += consumed;
            }

            if (problem is not null)
            {
                return found;
            }
        }

        return found;
    }
}
