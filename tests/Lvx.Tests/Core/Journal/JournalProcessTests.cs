using System.Diagnostics;
using System.Globalization;
using Lvx.Core.Journal;

namespace Lvx.Tests.Core.Journal;

/// <summary>Several programs on one journal, and programs that are killed.</summary>
public sealed class JournalProcessTests : JournalFolder
{
    private const string PathVariable = "LVXPS_TEST_JOURNAL";
    private const string WritesVariable = "LVXPS_TEST_WRITES";

    // A tenth of the long run (LVXPS_KILLS=50).
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("LVXPS_KILLS") ?? "5", CultureInfo.InvariantCulture);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string SentPath => FilePath + ".sent";

    /// <summary>What the other programs do: writes, each with its four records; between intent and sent the unit gets it.</summary>
    [Fact(Explicit = true)]
    public void Child_that_writes()
    {
        string? path = Environment.GetEnvironmentVariable(PathVariable);
        Assert.SkipWhen(path is null, "run by the other tests alone");
        var journal = new ChangeJournal(path);
        string run = ChangeJournal.NewRun(DateTime.UtcNow);
        int writes = int.Parse(Environment.GetEnvironmentVariable(WritesVariable)!, CultureInfo.InvariantCulture);
        for (int step = 1; step <= writes; step++)
        {
            JournalEntry[] records = [.. Write(run, step)];
            journal.Append(records[0]);
            File.AppendAllText(path + ".sent", $"{run} {step}\n");
            Array.ForEach(records[1..], journal.Append);
        }
    }

    [Fact]
    public async Task Four_programs_at_once_make_whole_lines_and_lose_none()
    {
        Task<(int? ExitCode, string Output, string Error)>[] children = [.. Enumerable.Range(0, 4).Select(_ => Child.RunAsync(ChildThatWrites(50), Limit, Token))];
        foreach (Task<(int? ExitCode, string Output, string Error)> child in children)
        {
            Assert.Equal(0, (await child).ExitCode);
        }

        IReadOnlyList<JournalRecord> read = Journal.Read();
        Assert.Equal(800, read.Count);
        Assert.All(read, record => Assert.Null(record.Damage));
        Assert.Equal(4, read.GroupBy(record => record.Entry!.Run).Count(run => run.Select(record => record.Entry!.Step).SequenceEqual(Enumerable.Range(0, 200).Select(i => 1 + (i / 4)))));
        Assert.Empty(Journal.OpenIntents());
    }

    [Fact]
    public async Task A_program_that_is_killed_leaves_at_most_one_open_write_and_none_that_was_sent_unseen()
    {
        var random = new Random(48);
        int open = 0, sent = 0, damaged = 0;
        for (int kill = 1; kill <= Kills; kill++)
        {
            using Process child = Process.Start(ChildThatWrites(int.MaxValue))!;
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < Limit && !File.Exists(SentPath);)
            {
                await Task.Delay(1, Token);
            }

            await Task.Delay(random.Next(40), Token);
            child.Kill();
            Assert.True(await Child.EndsWithinAsync(child, Limit, Token));

            // Nothing of the killed one is in the way.
            JournalEntry mark = Entry("parent", kill, JournalEvent.Resolved);
            Journal.Append(mark);
            IReadOnlyList<JournalRecord> read = Journal.Read();
            Assert.Equal(AnyEntry.Said(mark), Said(read).Last());
            IReadOnlyList<OpenIntent> left = Journal.OpenIntents();
            Assert.InRange(left.Count, 0, 1);
            damaged += read.Count(record => record.Damage is not null);
            string[] intended = [.. read.Where(record => record.Entry?.Event == JournalEvent.Intent).Select(record => $"{record.Entry!.Run} {record.Entry.Step}")];
            string[] reached = await File.ReadAllLinesAsync(SentPath, Token);
            Assert.Equal(intended[..reached.Length], reached);
            Assert.InRange(intended.Length - reached.Length, 0, 1);
            open += left.Count;
            sent += left.Count(write => write.WasSent);
            File.Delete(SentPath);
            File.Delete(FilePath);
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{Kills} kills: {open} left a write open, {sent} of these with a record of the sending; {damaged} damaged records"));
    }

    private ProcessStartInfo ChildThatWrites(int writes)
    {
        ProcessStartInfo command = Child.Command(
            Child.Dotnet,
            "exec",
            Path.Combine(AppContext.BaseDirectory, "Lvx.Tests.dll"),
            "-explicit",
            "only",
            "-method",
            $"{typeof(JournalProcessTests).FullName}.{nameof(Child_that_writes)}");
        command.Environment[PathVariable] = FilePath;
        command.Environment[WritesVariable] = writes.ToString(CultureInfo.InvariantCulture);
        return command;
    }
}
