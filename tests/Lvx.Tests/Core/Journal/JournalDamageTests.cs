using System.Text;
using Lvx.Core.Journal;

namespace Lvx.Tests.Core.Journal;

/// <summary>Whatever happens to the bytes of a journal: what is whole is read, what is not is told, and nothing is taken for what it is not.</summary>
public sealed class JournalDamageTests : JournalFolder
{
    // Every bit, and the bytes that mean something in JSON or to a reader of lines.
    private static readonly byte[] Flips = [1, 2, 4, 8, 16, 32, 64, 128];
    private static readonly byte[] Telling = [.. "\n\r\0 \"\\{}[],:09afn"u8];

    private readonly byte[][] lines;
    private readonly string[] said;

    public JournalDamageTests()
    {
        JournalEntry[] entries = [Entry("r1", 0, JournalEvent.Begun), .. Write("r1", 1).Take(2), AnyEntry.Of(48)];
        lines = [.. entries.Select(JournalLine.Format)];
        said = [.. entries.Select(AnyEntry.Said)];
    }

    [Fact]
    public void Cut_at_every_byte_it_gives_what_was_whole_and_takes_new_records()
    {
        byte[] all = [.. lines.SelectMany(line => line)];
        JournalEntry next = Entry("r2", 0, JournalEvent.Begun);
        for (int length = 0; length <= all.Length; length += LongRun.Step)
        {
            File.WriteAllBytes(FilePath, all[..length]);
            // A record is whole without its end too: its sum says so.
            int whole = lines.Count(line => EndOf(line) - 1 <= length);
            int rest = length - lines.Take(whole).Sum(line => line.Length);
            Check(whole, rest > 0, []);

            Append(next);
            Check(whole, rest > 0, [AnyEntry.Said(next)]);
            byte[] now = File.ReadAllBytes(FilePath);
            byte[] glue = length > 0 && all[length - 1] != '\n' ? [(byte)'\n'] : [];
            Assert.Equal([.. all[..length], .. glue, .. JournalLine.Format(next)], now);
        }

        void Check(int whole, bool isCut, string[] after)
        {
            IReadOnlyList<JournalRecord> read = Journal.Read();
            Assert.Equal([.. said[..whole], .. after], Said(read));
            Assert.Equal(isCut ? [whole + 1L] : [], read.Where(record => record.Damage is not null).Select(record => record.Line));
        }
    }

    [Fact]
    public void Every_changed_byte_damages_its_own_line_alone()
    {
        byte[] all = [.. lines.SelectMany(line => line)];
        for (int at = 0; at < all.Length; at += LongRun.Step)
        {
            int changed = Array.FindIndex(lines, line => at < EndOf(line));
            foreach (byte value in Flips.Select(flip => (byte)(all[at] ^ flip)).Concat(Telling).Distinct().Where(value => value != all[at]))
            {
                byte was = all[at];
                all[at] = value;
                File.WriteAllBytes(FilePath, all);
                all[at] = was;
                // Where it was a line's end, that line and the next are one.
                int lost = was == '\n' && changed + 1 < lines.Length ? 2 : 1;

                IReadOnlyList<JournalRecord> read = Journal.Read();
                Assert.Equal([.. said[..changed], .. said[(changed + lost)..]], Said(read));
                Assert.InRange(read.Count(record => record.Damage is not null), 1, value == '\n' ? 2 : 1);
                Assert.InRange(read.First(record => record.Damage is not null).Line, changed + 1, changed + (value == '\n' ? 2 : 1));
            }
        }
    }

    [Fact]
    public void Every_value_of_every_byte_of_a_line_is_detected()
    {
        byte[] line = lines[1][..^1];
        for (int at = 0; at < line.Length; at++)
        {
            byte was = line[at];
            for (int value = 0; value < 256; value++)
            {
                line[at] = (byte)value;
                Assert.Equal(value == was, JournalLine.TryParse(line, out _, out _));
            }

            line[at] = was;
        }
    }

    [Fact]
    public void A_byte_more_or_less_anywhere_is_detected()
    {
        byte[] line = lines[2][..^1];
        for (int at = 0; at <= line.Length; at++)
        {
            foreach (byte value in Telling)
            {
                Assert.False(JournalLine.TryParse((byte[])[.. line[..at], value, .. line[at..]], out _, out _));
            }

            Assert.False(at < line.Length && JournalLine.TryParse((byte[])[.. line[..at], .. line[(at + 1)..]], out _, out _));
        }
    }

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(131_072)]
    [InlineData(1_000_000)]
    public void A_line_that_is_too_long_is_one_damage_and_hides_no_other(int length)
    {
        byte[] blanks = Encoding.ASCII.GetBytes(new string('x', length));
        File.WriteAllBytes(FilePath, [.. lines[0], .. blanks, (byte)'\n', .. lines[1], .. blanks]);

        IReadOnlyList<JournalRecord> read = Journal.Read();
        Assert.Equal(said[..2], Said(read));
        Assert.Equal([2, 4], read.Where(record => record.Damage is not null).Select(record => record.Line));
        Assert.Equal(length > 65_535, read[1].Damage!.Contains("64 KB", StringComparison.Ordinal));
    }

    [Fact]
    public void Blocks_of_zeros_that_a_lost_power_leaves_are_one_damage()
    {
        File.WriteAllBytes(FilePath, [.. lines[0], .. new byte[4096]]);
        Append(Entry("r2", 0, JournalEvent.Begun));

        Assert.Equal([true, false, true], Journal.Read().Select(record => record.Damage is null));
    }

    [Fact]
    public void Empty_lines_are_nothing_and_are_counted()
    {
        File.WriteAllBytes(FilePath, [(byte)'\n', .. lines[0], (byte)'\n', .. lines[1]]);

        Assert.Equal([2, 4], Journal.Read().Select(record => record.Line));
    }

    [Fact]
    public void A_journal_of_many_megabytes_is_read_and_a_larger_one_is_an_error_that_says_what_to_do()
    {
        byte[] block = [.. Enumerable.Repeat(lines[1], 1000).SelectMany(line => line)];
        long count = 0;
        using (FileStream file = File.Create(FilePath))
        {
            for (; file.Length + block.Length <= JournalReader.MaxBytes; count += 1000)
            {
                file.Write(block);
            }
        }

        Assert.Single(Journal.OpenIntents());
        Assert.Equal(count, Journal.Read().Count(record => record.Entry is not null));

        using (FileStream file = File.OpenWrite(FilePath))
        {
            file.SetLength(JournalReader.MaxBytes + 1);
        }

        var error = Assert.Throws<Lvx.Core.LvxException>(() => Journal.OpenIntents());
        Assert.Equal(Lvx.Core.LvxError.JournalNotReadable, error.Error);
        Assert.Contains("64 MB", error.Message, StringComparison.Ordinal);
        Assert.Contains("Move it away", error.NextStep, StringComparison.Ordinal);
    }

    private int EndOf(byte[] line) => lines.TakeWhile(other => other != line).Sum(other => other.Length) + line.Length;
}
