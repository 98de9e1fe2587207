using Lvx.Core.Journal;

namespace Lvx.Core.Operations.Reporting;

/// <summary>What a report is to be made of, and what stands on its cover.</summary>
public sealed record ReportOptions
{
    /// <summary>No report has more readings.</summary>
    public const int MostSamples = 1000;

    /// <summary>Where the units are, in a person's words.</summary>
    public string? Site { get; init; }

    /// <summary>Who looks after them, in a person's words.</summary>
    public string? Operator { get; init; }

    /// <summary>What the report is for, in a person's words.</summary>
    public string? Purpose { get; init; }

    /// <summary>The capacity of the battery bank, in Ah: no unit knows it.</summary>
    public int? BankAmpereHours { get; init; }

    /// <summary>The settings as found, before anything was changed.</summary>
    public SettingsFile? Baseline { get; init; }

    /// <summary>The journal of changes; none is looked at without it.</summary>
    public ChangeJournal? Journal { get; init; }

    /// <summary>How far units may be apart.</summary>
    public SyncTolerances Tolerances { get; init; } = new();

    /// <summary>How often the units are measured, 1 to <see cref="MostSamples"/>; the last reading is what is judged.</summary>
    public int Samples { get; init; } = 10;

    /// <summary>From the beginning of one reading to the beginning of the next.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether serial numbers, and where units are to be reached, are hidden.</summary>
    public bool Redact { get; init; }

    /// <summary>Says that options exclude one another, or are out of range.</summary>
    /// <exception cref="LvxException">One of them is (<see cref="LvxError.ArgumentInvalid"/>).</exception>
    internal void Check()
    {
        if (Samples is < 1 or > MostSamples || Interval < TimeSpan.Zero || BankAmpereHours < 1)
        {
            throw new LvxException(LvxError.ArgumentInvalid, null, $"a report takes 1 to {MostSamples} readings, and a bank has 1 Ah or more.", "Name other numbers.");
        }
    }
}
