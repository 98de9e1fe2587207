using System.Diagnostics;
using System.Globalization;
using Lvx.Core.Journal;

namespace Lvx.Tests.Cli;

/// <summary>A change that is killed at any moment: the journal knows of every write that reached a unit, and the next run says what became of it.</summary>
public sealed class KilledChangeTests : IDisposable
{
    // A part of the long run (LVXPS_KILLS=200).
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("LVXPS_KILLS") ?? "5", CultureInfo.InvariantCulture);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly string folder = Directory.CreateTempSubdirectory("lvx").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task It_never_leaves_the_journal_and_a_unit_apart_without_a_word()
    {
        using var pair = new ServedPair();
        var journal = new ChangeJournal(Path.Combine(folder, "lvxps", "journal.jsonl"));
        var watch = Stopwatch.StartNew();
        (int? exitCode, _, string error) = await Child.RunAsync(Set(pair, 55.0m), Limit, Token);
        Assert.True(exitCode == 0, error);
        double usual = watch.Elapsed.TotalMilliseconds;

        var random = new Random(18);
        int untouched = 0, open = 0, tookEffect = 0, whole = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            decimal[] before = Bulk(pair);
            int known = journal.Read().Count;
            decimal wanted = 55.1m + (0.1m * (kill % 30));
            await RunAndKill(Set(pair, wanted), TimeSpan.FromMilliseconds(usual * (0.1 + (0.95 * random.NextDouble()))));

            // What was on its way when the run died may still be taken up.
            await Task.Delay(400, Token);
            decimal[] truth = Bulk(pair);
            JournalEntry[] since = [.. journal.Read().Skip(known).Select(record => record.Entry).OfType<JournalEntry>()];
            for (int unit = 0; unit < truth.Length; unit++)
            {
                string serial = pair.Units[unit].State.Identity.SerialNumber;
                Assert.True(
                    truth[unit] == before[unit] || since.Any(entry => entry.Event == JournalEvent.Intent && entry.SerialNumber == serial && entry.Changes[0].To == Volts(truth[unit])),
                    $"kill {kill}: unit {unit + 1} went from {before[unit]} to {truth[unit]}, and the journal has no intent");
                Assert.All(
                    since.Where(entry => entry.Event == JournalEvent.Verified && entry.SerialNumber == serial),
                    entry => Assert.Equal((entry.Outcome, entry.Changes[0].To), ("Applied", Volts(truth[unit]))));
            }

            IReadOnlyList<OpenIntent> left = journal.OpenIntents();
            Assert.InRange(left.Count, 0, 1);
            untouched += truth.SequenceEqual(before) && left.Count == 0 ? 1 : 0;
            open += left.Count;
            whole += truth.All(volts => volts == wanted) && left.Count == 0 ? 1 : 0;

            (exitCode, _, error) = await Child.RunAsync(Set(pair, 55.0m), Limit, Token);
            Assert.True(exitCode == 0, $"kill {kill}: {exitCode} {error}");
            Assert.Equal(left.Count > 0, error.Contains("An earlier run", StringComparison.Ordinal));
            foreach (OpenIntent one in left)
            {
                int unit = pair.Units[0].State.Identity.SerialNumber == one.Intent.SerialNumber ? 0 : 1;
                bool isNew = one.Intent.Changes[0].To == Volts(truth[unit]);
                tookEffect += isNew ? 1 : 0;
                Assert.Contains($"An earlier run ({one.Intent.Run}) was cut off", error, StringComparison.Ordinal);
                Assert.Contains(isNew ? ": it took effect" : ": it did not take effect", error, StringComparison.Ordinal);
                Assert.Contains(journal.Read().Select(record => record.Entry), entry => entry is { Event: JournalEvent.Resolved } && entry.Run == one.Intent.Run && entry.Outcome == (isNew ? "Applied" : "NotAttempted"));
            }

            Assert.Empty(journal.OpenIntents());
            Assert.All(Bulk(pair), volts => Assert.Equal(55.0m, volts));
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{Kills} kills of a run of {usual:0} ms: {untouched} before anything was written, {open} with an open intent ({tookEffect} of them took effect), {whole} when all was done"));
        Assert.True(Kills < 100 || (untouched > 0 && tookEffect > 0), $"the kills did not surround the writing: {untouched} {open} {tookEffect}");
    }

    private static decimal[] Bulk(ServedPair pair) => [.. pair.Units.Select(unit => unit.State.Rated.BulkVoltage!.Value)];

    private static string Volts(decimal volts) => string.Create(CultureInfo.InvariantCulture, $"{volts:0.0} V");

    private ProcessStartInfo Set(ServedPair pair, decimal volts)
    {
        ProcessStartInfo command = Child.Command(
            Child.Dotnet, [Child.LvxDll, "set", "--bulk-voltage", volts.ToString(CultureInfo.InvariantCulture), .. pair.Devices, "--yes", "--settle", "0.05"]);
        command.Environment["XDG_STATE_HOME"] = folder;
        return command;
    }

    private static async Task RunAndKill(ProcessStartInfo command, TimeSpan after)
    {
        using Process process = Process.Start(command)!;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Token);
        ended.CancelAfter(after);
        try
        {
            await process.WaitForExitAsync(ended.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }

        Assert.True(await Child.EndsWithinAsync(process, Limit, Token));
    }
}
