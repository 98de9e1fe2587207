namespace Lvx.Cli.Installing;

/// <summary>What has to be done so that a machine has the files that it should, or none of them any more.</summary>
internal static class SystemPlan
{
    private const string NotOurs = "somebody else wrote it";
    private const string Touched = "somebody changed it since it was written";

    /// <summary>What makes a machine have these files, and none from an earlier site.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="layout">Where files belong.</param>
    /// <param name="files">What it should have.</param>
    /// <param name="force">Whether files of others are replaced as well.</param>
    public static IReadOnlyList<SystemChange> Install(Machine machine, SystemLayout layout, IReadOnlyList<SystemFile> files, bool force) =>
    [
        .. files.Select(file => Put(machine, file, force)),
        .. machine.Below(layout.Units, SystemFiles.DropInPattern).Except(files.Select(file => file.Path), StringComparer.Ordinal).Select(path => Take(machine, path, force)).OfType<SystemChange>(),
    ];

    /// <summary>What takes everything away that was written here; what somebody changed stays.</summary>
    public static IReadOnlyList<SystemChange> Remove(Machine machine, SystemLayout layout, IReadOnlyList<SystemFile> files, bool force) =>
        [.. files.Select(file => file.Path).Concat(machine.Below(layout.Units, SystemFiles.DropInPattern)).Distinct(StringComparer.Ordinal).Select(path => Take(machine, path, force)).OfType<SystemChange>()];

    private static SystemChange Put(Machine machine, SystemFile file, bool force)
    {
        string? before = machine.Read(file.Path);
        return before is null ? new SystemChange(SystemChangeKind.Create, file.Path, null, file.Content)
            : before == file.Content && !machine.IsLink(file.Path) ? new SystemChange(SystemChangeKind.Unchanged, file.Path, before, before)
            : force || Whose(machine, file.Path, before) == SealState.Whole ? new SystemChange(SystemChangeKind.Replace, file.Path, before, file.Content)
            : new SystemChange(SystemChangeKind.Keep, file.Path, before, before, Whose(machine, file.Path, before) == SealState.Changed ? Touched : NotOurs);
    }

    private static SystemChange? Take(Machine machine, string path, bool force) => machine.Read(path) is not { } before ? null : Whose(machine, path, before) switch
    {
        SealState.Whole => new SystemChange(SystemChangeKind.Remove, path, before, null),
        SealState.Changed => force ? new SystemChange(SystemChangeKind.Remove, path, before, null) : new SystemChange(SystemChangeKind.Keep, path, before, before, Touched),
        _ => new SystemChange(SystemChangeKind.Keep, path, before, before, NotOurs),
    };

    private static SealState Whose(Machine machine, string path, string content) => machine.IsLink(path) ? SealState.Foreign : Seal.Judge(content);
}
