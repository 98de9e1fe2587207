using System.Reflection;
using Lvx.Core.Journal;
using Lvx.Core.Links;
using Lvx.Core.Recording;
using Lvx.Core.Units;

namespace Lvx.Core.Operations.Reporting;

/// <summary>Collects what a commissioning report says. The links are opened for reading; the journal is read, and nothing is written.</summary>
public sealed class ReportOperation
{
    private const string Activity = "Reading for the report";

    private readonly UnitAccess access;

    /// <summary>An operation on units that are reached through <paramref name="access"/>.</summary>
    public ReportOperation(UnitAccess access) => this.access = access;

    /// <summary>Reads what rarely changes once, and what is measured as often as the options say. A unit that does not answer is in the report as such.</summary>
    /// <param name="selection">The units; one alone is reported too, with nothing to hold it against.</param>
    /// <param name="options">What it is to be made of.</param>
    /// <param name="host">Whoever runs this.</param>
    /// <exception cref="LvxException">The options are out of range.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ReportModel Read(UnitSelection selection, ReportOptions options, IHost host)
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(host);
        options.Check();
        DateTimeOffset begun = DateTimeOffset.Now;
        var frames = new FrameKeeper();
        var remarks = new RemarkingHost(host);
        UnitAccess kept = access with { Transcript = BothLogs.Of(access.Transcript, frames) };
        List<UnitOutcome<UnitSurvey>> surveys = [.. SelectedUnits.Run(kept, selection, LinkAccess.ReadOnly, Activity, remarks, (session, port, crewHost) => SurveyReader.Read(session, port, crewHost))];
        IReadOnlyList<LvxSyncReport> readings = Sample(kept, selection, options, remarks, host);
        (IReadOnlyList<JournalRecord> journal, string? problem) = ReadJournal(options.Journal);
        IEnumerable<LvxUnitFailure> unsurveyed = surveys.Where(outcome => outcome.Error is not null).Select(outcome => new LvxUnitFailure(outcome.Unit, outcome.Error!));
        return new ReportModel
        {
            Tool = $"LvxPS {Version()}",
            Time = begun,
            Zone = TimeZoneInfo.Local.Id,
            Options = options,
            Readings = readings,
            Surveys = new TextList<UnitSurvey>(surveys.Select(outcome => outcome.Value).OfType<UnitSurvey>()),
            Unreachable = new TextList<LvxUnitFailure>(readings[^1].Unreachable.Concat(unsurveyed).DistinctBy(unit => unit.Device)),
            Journal = journal,
            JournalProblem = problem,
            Frames = frames.Of(selection),
            FramesLeftOut = frames.LeftOut,
            Remarks = new TextList<string>(remarks.Remarks),
        };
    }

    private static TextList<LvxSyncReport> Sample(UnitAccess access, UnitSelection selection, ReportOptions options, IHost quiet, IHost host)
    {
        var readings = new List<LvxSyncReport>();
        using SyncWatch watch = new ParallelSyncOperation(access).Watch(selection, options.Tolerances);
        for (int sample = 1; sample <= options.Samples; sample++)
        {
            Deadline next = Deadline.After(options.Interval);
            bool isLast = sample == options.Samples;
            host.Progress(Activity, sample - 1, options.Samples);
            readings.Add(watch.Read(whole: isLast, last: isLast, quiet));
            if (!isLast)
            {
                watch.WaitUntil(next, quiet);
            }
        }

        host.Progress(Activity, options.Samples, options.Samples);
        return new TextList<LvxSyncReport>(readings);
    }

    private static (IReadOnlyList<JournalRecord> Records, string? Problem) ReadJournal(ChangeJournal? journal)
    {
        try
        {
            return (journal?.Read() ?? [], null);
        }
        catch (LvxException error)
        {
            return ([], $"{error.Message} {error.NextStep}");
        }
    }

    // What comes after a plus tells one build of a version from another.
    private static string Version() =>
        (typeof(ReportOperation).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+')[0];
}
