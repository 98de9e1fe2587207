using Lvx.Core.Journal;
using Lvx.Core.Links.Native;

namespace Lvx.Core.Operations;

/// <summary>How maintenance goes.</summary>
public sealed record MaintenanceOptions
{
    /// <summary>The variable that names another folder for what is remembered.</summary>
    public const string FolderVariable = "LVXPS_RUN";

    /// <summary>
    /// Where it is remembered which services are stopped: /run/lvxps for root, which a start of the machine empties, as it starts the services; for others beside their journal.
    /// </summary>
    public string Folder { get; init; } = Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } named ? named
        : Libc.EffectiveUser() == 0 ? "/run/lvxps"
        : Path.GetDirectoryName(ChangeJournal.DefaultPath)!;

    /// <summary>How long ports are waited for, after the services stopped.</summary>
    public TimeSpan PortWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The time between two looks at the ports.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(100);
}
