using Lvx.Core.Journal;

namespace Lvx.Core.Operations.Reporting;

/// <summary>All that a report says, before anybody gave it a form. Immutable; the same model gives the same bytes.</summary>
public sealed record ReportModel
{
    /// <summary>Who made it, with the version: <c>LvxPS 0.1.0</c>.</summary>
    public required string Tool { get; init; }

    /// <summary>When it was begun, in the time of the place.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The name of the time zone of the place.</summary>
    public required string Zone { get; init; }

    /// <summary>What it was to be made of.</summary>
    public required ReportOptions Options { get; init; }

    /// <summary>Every reading, in order. The last is the one that is judged, and is whole.</summary>
    public required IReadOnlyList<LvxSyncReport> Readings { get; init; }

    /// <summary>The reading that is judged.</summary>
    public LvxSyncReport Sync => Readings[^1];

    /// <summary>The units that did not answer when the report was made, each once.</summary>
    public required IReadOnlyList<LvxUnitFailure> Unreachable { get; init; }

    /// <summary>Whether nothing speaks against the site: no check failed, every unit answered in every reading, and none was in fault in any.</summary>
    public bool InSync => ReportVerdict.Of(this).Defects.Count == 0;

    /// <summary>Whether the report is of one unit by itself, to which what is asked of units in parallel does not apply.</summary>
    internal bool IsAlone => Unreachable.Count == 0 && Sync.Units is [{ OutputMode: Pi18.OutputMode.Single }];

    /// <summary>What rarely changes, of the units that said it.</summary>
    internal IReadOnlyList<UnitSurvey> Surveys { get; init; } = [];

    /// <summary>The records of the journal; empty where there is none.</summary>
    internal IReadOnlyList<JournalRecord> Journal { get; init; } = [];

    /// <summary>Why the journal could not be read; null when it could.</summary>
    internal string? JournalProblem { get; init; }

    /// <summary>Every frame, in the order of the units and then of time.</summary>
    internal IReadOnlyList<ReportFrame> Frames { get; init; } = [];

    /// <summary>How many frames more there were.</summary>
    internal int FramesLeftOut { get; init; }

    /// <summary>What units left out, and why, as it was told while they were read.</summary>
    internal IReadOnlyList<string> Remarks { get; init; } = [];
}
