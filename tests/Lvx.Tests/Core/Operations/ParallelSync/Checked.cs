using Lvx.Core.Operations;

namespace Lvx.Tests.Core.Operations.ParallelSync;

/// <summary>Checks of simulated sites, and what is not as it should be in them.</summary>
internal static class Checked
{
    public static LvxSyncReport Site(string device, SyncOptions? options = null) => Site(new SimulatedPair(device), options);

    public static LvxSyncReport Site(SimulatedPair site, SyncOptions? options = null) =>
        new ParallelSyncOperation(site.Access).Check(site.Selection, options ?? new SyncOptions(), site.Host);

    /// <summary>Every check that did not pass, with its outcome, beside the slave firmware, which differs in every simulated pair.</summary>
    public static string Troubles(this LvxSyncReport report) =>
        string.Join(" ", report.Checks.Where(check => check.Outcome != CheckOutcome.Pass && check.Name != "SlaveFirmware").Select(check => $"{check.Outcome}:{check.Name}"));

    public static string AllTroubles(this LvxSyncReport report) =>
        string.Join(" ", report.Checks.Where(check => check.Outcome != CheckOutcome.Pass).Select(check => $"{check.Outcome}:{check.Name}"));

    public static string FailuresAndWarnings(this LvxSyncReport report) =>
        string.Join(" ", report.Checks.Where(check => check.Outcome is CheckOutcome.Fail or CheckOutcome.Warn).Select(check => $"{check.Outcome}:{check.Name}"));

    public static LvxSyncCheck Of(this LvxSyncReport report, string name) => report.Check(name) ?? throw new InvalidOperationException($"There is no check {name}.");
}
