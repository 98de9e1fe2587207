namespace Lvx.Core.Operations;

/// <summary>How units are changed.</summary>
public sealed record ChangeOptions
{
    /// <summary>What was asked for, as a line for the journal.</summary>
    public required string Command { get; init; }

    /// <summary>Whether this only shows what would be done: then nothing is put into the journal either.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>Writes to units in fault as well; never to one that cannot be read.</summary>
    public bool Force { get; init; }

    /// <summary>Leaves what was applied when a later change fails.</summary>
    public bool NoRollback { get; init; }

    /// <summary>Leaves out and tells what PI18 can't write, rather than to write nothing.</summary>
    public bool LeaveOutWhatCannotBeWritten { get; init; }

    /// <summary>The parallel id in the setters that carry one, 0 to 9; 0 on each unit's own cable, master and slave alike.</summary>
    public int ParallelId { get; init; }

    /// <summary>The run that this one takes back, for the journal.</summary>
    public string? Undoes { get; init; }

    /// <summary>How long a new value is waited for after it was sent; a unit's answers lag its writes.</summary>
    public TimeSpan ReadBackTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long after the new value was seen everything is read once more, since units have been seen to go back.</summary>
    public TimeSpan SettleTime { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>Between two looks for the new value.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(250);
}
