using Lvx.Core;
using Lvx.Core.Journal;
using Lvx.Fuzz.Mutations;
using Lvx.Fuzz.Running;

namespace Lvx.Fuzz.Targets;

/// <summary>Whole journals on the disk: each line that has its sum is there in its order, whatever stands beside it, and questions about the past are answered.</summary>
internal sealed class JournalTarget : ITarget
{
    public string Name => "journals";

    public int Share => 8;

    public (TimeSpan Time, long Bytes) Bounds => (TimeSpan.FromSeconds(5), 64 << 20);

    public byte[] Make(Dice dice)
    {
        var journal = new List<byte>();
        for (int lines = dice.Below(12); lines > 0; lines--)
        {
            byte[] line = JournalLineTarget.Line(dice);
            journal.AddRange(dice.Below(6) switch
            {
                0 => ByteMutation.Mutate(line, dice),
                1 when dice.OneIn(20) => new byte[dice.Between(60_000, 140_000)],
                _ => line,
            });
            if (!dice.OneIn(15))
            {
                journal.Add((byte)'\n');
            }
        }

        byte[] all = [.. journal];
        return dice.OneIn(3) ? ByteMutation.Mutate(all, dice) : all;
    }

    public Verdict Judge(byte[] input, Dice dice)
    {
        string path = Scratch.PathOf(Name);
        File.WriteAllBytes(path, input);
        var journal = new ChangeJournal(path);
        try
        {
            JournalRecord[] records = [.. journal.Read()];
            long[] sound = [.. records.Where(record => record.Entry is not null).Select(record => record.Line)];
            long[] expected = [.. Lines(input).Where(line => JournalLine.TryParse(line.Bytes, out _, out _)).Select(line => line.Number)];
            if (!sound.SequenceEqual(expected))
            {
                return Verdict.Wrong($"lines {string.Join(' ', sound)} instead of {string.Join(' ', expected)}");
            }

            _ = journal.OpenIntents();
            _ = journal.LastRun(null);
            return sound.Length == records.Length ? Verdict.Accepted : Verdict.Refused("told with damaged lines");
        }
        catch (LvxException error)
        {
            return Verdict.Refused(error.Error.ToString());
        }
    }

    private static IEnumerable<(long Number, byte[] Bytes)> Lines(byte[] input)
    {
        long number = 0;
        int begin = 0;
        for (int end = 0; end <= input.Length; end++)
        {
            if (end == input.Length || input[end] == '\n')
            {
                number++;

                // A record is shorter, with its end.
                if (end - begin is > 0 and < JournalLine.MaxBytes)
                {
                    yield return (number, input[begin..end]);
                }

                begin = end + 1;
            }
        }
    }
}
