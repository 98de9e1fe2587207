using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lvx.Core.Journal;

namespace Lvx.Tests.Core.Journal;

public sealed class JournalRecordTests : JournalFolder
{
    [Fact]
    public void A_record_is_one_line_of_ascii_with_its_fields_in_order_and_its_sum_at_the_end()
    {
        Append(Entry("20261122T095500Z-1a2b3c4d", 1, JournalEvent.Intent) with { Text = "für\nzwei" });

        const string expected = """
            {"time":"2026-11-22T09:55:00.0000000Z","run":"20261122T095500Z-1a2b3c4d","step":1,"event":"intent","user":"ana","device":"/dev/hidraw0","serial":"96132206100001","firmware":"00123","changes":[{"setting":"BulkVoltage","from":"54.0 V","to":"56.4 V"}],"frame":"MCHGV564,540","outcome":null,"text":"f\u00FCr\nzwei","undoes":null
            """;
        string sum = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(expected)))[..16];
        Assert.Equal($"{expected},\"sum\":\"{sum}\"}}\n", File.ReadAllText(FilePath));
    }

    [Fact]
    public void Generated_entries_come_back_whatever_is_in_them() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        JournalEntry entry = AnyEntry.Of(seed);
        byte[] line = JournalLine.Format(entry);
        Assert.All(line[..^1], b => Assert.InRange(b, (byte)' ', (byte)'~'));
        Assert.Equal((byte)'\n', line[^1]);
        Assert.True(JournalLine.TryParse(line.AsMemory(..^1), out JournalEntry? read, out string? damage), damage);
        Assert.Equal(AnyEntry.Said(entry), AnyEntry.Said(read));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithQuietOnSuccess(true));

    [Fact]
    public void They_come_back_from_a_file_in_order()
    {
        JournalEntry[] entries = [.. Enumerable.Range(0, 200).Select(AnyEntry.Of)];
        Append(entries);

        IReadOnlyList<JournalRecord> read = Journal.Read();
        Assert.Equal(entries.Select(AnyEntry.Said), Said(read));
        Assert.Equal(Enumerable.Range(1, 200).Select(line => (long)line), read.Select(record => record.Line));
        Assert.All(read, record => Assert.Null(record.Damage));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_recorded_as_the_sign_for_what_is_no_text()
    {
        Append(Entry("r", 1, JournalEvent.Intent) with { Text = "a\ud83db" });

        Assert.Equal("a\ufffdb", Assert.Single(Journal.Read()).Entry!.Text);
    }

    [Fact]
    public void A_local_time_is_recorded_in_utc()
    {
        var local = new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Local);
        Append(Entry("r", 1, JournalEvent.Intent) with { Time = local });

        Assert.Equal(local.ToUniversalTime(), Assert.Single(Journal.Read()).Entry!.Time);
    }

    [Theory]
    [InlineData("\"user\":\"ana\"", "\"user\":\"ana\",\"later\":[{\"a\":1}]", null)]
    [InlineData("\"event\":\"intent\"", "\"event\":\"pond\\u001bered\"", @"it was written by a later version: this one does not know the event 'pond\x1bered'.")]
    [InlineData("\"user\":\"ana\"", "\"later\":1", "its field 'user' is missing, or is not what it should be.")]
    [InlineData("\"user\":\"ana\"", "\"user\":null", "its field 'user' is missing, or is not what it should be.")]
    [InlineData("\"user\":\"ana\"", "\"user\":\"ana\",\"user\":\"eve\"", "it is no JSON.")]
    [InlineData("\"user\":\"ana\"", "\"user\":\"\\ud800\"", "it is no JSON.")]
    [InlineData("\"firmware\":\"00123\",", "", "its field 'firmware' is missing, or is not what it should be.")]
    [InlineData("\"firmware\":\"00123\"", "\"firmware\":123", "its field 'firmware' is missing, or is not what it should be.")]
    [InlineData("\"step\":1", "\"step\":-1", "its field 'step' is missing, or is not what it should be.")]
    [InlineData("\"step\":1", "\"step\":1.5", "its field 'step' is missing, or is not what it should be.")]
    [InlineData("55:00.0000000Z", "55:00.0000000+01:00", "its field 'time' is missing, or is not what it should be.")]
    [InlineData("\"setting\":", "\"sitting\":", "its field 'setting' is missing, or is not what it should be.")]
    [InlineData("[{", "[7,{", "its field 'changes' is missing, or is not what it should be.")]
    [InlineData("{\"time\"", "{{\"time\"", "it is no JSON.")]
    public void What_another_version_or_program_wrote_with_a_sum_of_its_own_is_told_apart(string is_there, string instead, string? damage)
    {
        string line = Encoding.ASCII.GetString(JournalLine.Format(Entry("r", 1, JournalEvent.Intent)));
        Assert.Contains(is_there, line, StringComparison.Ordinal);
        string changed = line[..line.IndexOf(",\"sum\"", StringComparison.Ordinal)].Replace(is_there, instead, StringComparison.Ordinal);
        string sum = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(changed)))[..16];
        File.WriteAllText(FilePath, $"{changed},\"sum\":\"{sum}\"}}\n");
        Append(Entry("r", 2, JournalEvent.Intent));

        IReadOnlyList<JournalRecord> read = Journal.Read();
        Assert.Equal(damage, read[0].Damage);
        Assert.Equal(damage is null, read[0].Entry is not null);
        Assert.Equal(2, read[1].Entry!.Step);
    }

    [Fact]
    public void A_record_of_more_than_64_KB_is_refused_and_leaves_nothing()
    {
        var error = Assert.Throws<Lvx.Core.LvxException>(() => Journal.Append(Entry("r", 1, JournalEvent.Intent) with { Text = new string('x', 70_000) }));

        Assert.Equal(Lvx.Core.LvxError.JournalNotWritable, error.Error);
        Assert.False(File.Exists(FilePath));
    }

    [Fact]
    public void The_longest_record_that_is_taken_is_read()
    {
        int rest = JournalLine.Format(Entry("r", 1, JournalEvent.Intent) with { Text = "" }).Length;
        Append(Entry("r", 1, JournalEvent.Intent) with { Text = new string('x', JournalLine.MaxBytes - rest) });
        Append(Entry("r", 2, JournalEvent.Intent));

        Assert.Equal(JournalLine.MaxBytes, File.ReadAllText(FilePath).IndexOf('\n', StringComparison.Ordinal) + 1);
        Assert.Equal([1, 2], Journal.Read().Select(record => record.Entry!.Step));
    }

    [Theory]
    [InlineData(JournalEvent.Intent, 0)]
    [InlineData(JournalEvent.Begun, 1)]
    [InlineData(JournalEvent.Ended, 2)]
    [InlineData(JournalEvent.Verified, -1)]
    [InlineData((JournalEvent)7, 1)]
    public void A_step_that_does_not_go_with_its_event_is_a_mistake_of_the_program(JournalEvent happened, int step) =>
        Assert.Throws<ArgumentException>(() => Journal.Append(Entry("r", step, happened)));

    [Fact]
    public void Ids_of_runs_bear_their_time_and_differ()
    {
        var time = new DateTime(2026, 11, 22, 9, 55, 0, DateTimeKind.Utc);

        Assert.Matches("^20261122T095500Z-[0-9a-f]{8}$", ChangeJournal.NewRun(time));
        Assert.NotEqual(ChangeJournal.NewRun(time), ChangeJournal.NewRun(time));
    }
}
