using System.Globalization;
using Lvx.Core.Links;
using Lvx.Core.Recording;
using Lvx.Core.Units;
using Lvx.Pi18;

namespace Lvx.Core;

/// <summary>Every error of links and sessions, worded in one place.</summary>
public static class LvxErrors
{
    /// <summary>There is no such device.</summary>
    public static LvxException NoSuchDevice(string device) => new(
        LvxError.DeviceNotFound, device, "there is no such device.", "Check the cable and the name; `ls /dev/hidraw*` lists what the system has. To try without hardware, use sim:pair.");

    /// <summary>Nothing was named, and nothing was found.</summary>
    public static LvxException NothingFound(string lookedFor) => new(
        LvxError.DeviceNotFound, null, $"No inverter was found: looked for {lookedFor}.", "Name a device (a hidraw node, a tty, tcp://host:port), or try the simulated pair: sim:pair.");

    /// <summary>Units answered, and none has the serial number.</summary>
    public static LvxException NoSuchSerial(string serial, IReadOnlyCollection<string> seen) => new(
        LvxError.DeviceNotFound,
        null,
        seen.Count == 0 ? $"No unit with the serial number {serial} was found." : $"No unit with the serial number {serial} was found; seen: {string.Join(", ", seen.Select(FrameText.Escape))}.",
        "Check the number on the unit's label, and that its cable is in.");

    /// <summary>A unit that is on none of the USB ports.</summary>
    internal static LvxException NotOnUsb(string serial, IReadOnlyCollection<string> seen, IReadOnlyCollection<LvxException> failures)
    {
        string found = seen.Count == 0 && failures.Count == 0 ? "there is no inverter on USB" : string.Join("; ", [.. seen, .. failures.Select(failure => failure.Message.TrimEnd('.'))]);
        return new LvxException(
            LvxError.DeviceNotFound, null, $"Unit {FrameText.Escape(serial)} is on no USB port: {found}.", "Check the number on the unit's label, that its cable is in, and that no other program has its port.")
        {
            Details = [.. failures.Select(failure => failure.Message)],
        };
    }

    /// <summary>Another unit than the site's file says.</summary>
    public static LvxException OtherThanExpected(string device, string name, string expected, string? actual) => new(
        LvxError.UnitChanged,
        device,
        $"{name} should be unit {FrameText.Escape(expected)}, and {(actual is null ? "a unit without a serial number" : $"unit {actual}")} answers there.",
        "Check which cable is in which unit, and what the site file says of it.");

    /// <summary>The text has no form of a device.</summary>
    public static LvxException NoForm(string device, IEnumerable<string> forms) => new(
        LvxError.DeviceUnsupported, device, "this is no form of a device.", $"Use one of: {string.Join(", ", forms)}.");

    /// <summary>A node of some other kind.</summary>
    public static LvxException NotANode(string device, string what) => new(
        LvxError.DeviceUnsupported, device, what, "Name a hidraw node of an inverter (USB 0665:5161), a serial port, tcp://host:port, or sim:pair.");

    /// <summary>The system does not let this user in.</summary>
    public static LvxException AccessDenied(string device) => new(
        LvxError.AccessDenied, device, "this user may not open it.", "Run as a member of the group that owns it (`ls -l` shows which), or install the udev rule: sudo lvx system install");

    /// <summary>Some other program holds the device.</summary>
    public static LvxException InUse(string device, string holder, string what = "it") => new(
        LvxError.DeviceInUse, device, $"{what} is in use by {holder}.", "Wait until that is done, or stop it: two programs on one unit read each other's answers.");

    /// <summary>Programs of others have the port open, without a lock that could be waited for.</summary>
    public static LvxException HeldByOthers(string device, IReadOnlyList<PortHolder> holders)
    {
        ArgumentNullException.ThrowIfNull(holders);
        string? service = holders.Select(holder => holder.Service).FirstOrDefault(service => service is not null);
        return new LvxException(
            LvxError.DeviceInUse,
            device,
            $"it is in use by {string.Join(", ", holders)}.",
            $"Stop {(service is null ? "it" : $"it (systemctl stop {service})")} first: two programs on one unit read each other's answers. -Force (lvx: --force) uses the port all the same.");
    }

    /// <summary>The device went away.</summary>
    public static LvxException Lost(string device, string how, Exception? inner = null) => new(
        LvxError.DeviceLost, device, $"the device went away ({how}).", "Check the cable and the unit's power, then try again.", inner);

    /// <summary>The device does not take what is sent.</summary>
    public static LvxException NotSent(string device, string how) => new(
        LvxError.DeviceTimeout, device, $"it did not take the request ({how}).", "Unplug the USB cable and plug it in again; then try again.");

    /// <summary>The system does not get to opening the device.</summary>
    public static LvxException NotOpened(string device) => new(
        LvxError.DeviceTimeout,
        device,
        "it could not be opened in time: the system waits for a USB device that takes nothing.",
        "Unplug the USB cable of the unit that fails and plug it in again; then try again.");

    /// <summary>No connection in time.</summary>
    public static LvxException NoConnection(string device, string how) => new(
        LvxError.DeviceNotFound, device, $"no connection ({how}).", "Check the address and the port, and that the bridge is on.");

    /// <summary>A parallel system is to be checked, and one unit alone was named or found.</summary>
    public static LvxException OneUnitAlone(string device) => new(
        LvxError.ArgumentInvalid,
        device,
        "one unit alone cannot be held against others.",
        "Name every unit of the parallel system, or ask this one for all of them, over the parallel bus: -ViaParallelBus (lvx: --via-parallel-bus).");

    /// <summary>A question got no answer.</summary>
    public static LvxException Timeout(string device, string question, TimeSpan limit, string cause) => new(
        LvxError.DeviceTimeout,
        device,
        string.Create(CultureInfo.InvariantCulture, $"{question} got no answer within {limit.TotalSeconds:0.###} s: {cause}."),
        "Check that the unit is on and the cable is in, and that only one of its sockets (USB, RS-232) is used.");

    /// <summary>A question got no answer from a unit that answers others.</summary>
    public static LvxException Unanswered(string device, string question, TimeSpan limit) => new(
        LvxError.DeviceTimeout,
        device,
        string.Create(CultureInfo.InvariantCulture, $"{question} got no answer within {limit.TotalSeconds:0.###} s: the unit answers, but not this."),
        "The unit's firmware may not know this question.")
    {
        UnitIsThere = true,
    };

    /// <summary>Only the question itself came back.</summary>
    public static LvxException EchoOnly(string device, string question) => new(
        LvxError.DeviceTimeout, device, $"{question} got no answer: only its own echo came back.", "Check the wiring: sender and receiver are joined, or the bridge echoes.");

    /// <summary>Every answer was damaged.</summary>
    public static LvxException Damaged(string device, string question, string cause) => new(
        LvxError.AnswerDamaged, device, $"{question} got only damaged answers: {cause}.", "Check the cable and what runs beside it, and that no other program reads this device.");

    /// <summary>Answers came, to something else.</summary>
    public static LvxException Unexpected(string device, string question, string cause) => new(
        LvxError.AnswerUnexpected, device, $"{question} got answers that do not fit it: {cause}.", "Check that no other program uses this device; Invoke-LvxQuery (lvx query) shows the raw answer.");

    /// <summary>The unit said no.</summary>
    public static LvxException Refused(string device, string question) => new(
        LvxError.QueryRefused, device, $"{question} was refused, twice.", "The unit's firmware may not know it, or it needs a date that the unit has.")
    {
        UnitIsThere = true,
    };

    /// <summary>Another protocol.</summary>
    public static LvxException NotPi18(string device, string how) => new(
        LvxError.NotPi18, device, $"this is no PI18 unit: {how}.", "Use the tool of its own protocol; the LVX6048WP, with the same USB ids, speaks PI17, and other UPSes PI30.");

    /// <summary>The unit is another one than before.</summary>
    public static LvxException UnitChanged(string device, string? expected, string? actual) => new(
        LvxError.UnitChanged, device, $"unit {expected ?? "(none)"} was here, and now {actual ?? "one without a serial number"} answers.", "Check which cable is in which unit, and start again.");

    /// <summary>A setter over a read-only link.</summary>
    public static LvxException ReadOnly(string device) => new(
        LvxError.LinkReadOnly, device, "this link was opened for reading and carries nothing but questions.", "Nothing was sent. Use a command that writes.");

    /// <summary>The text is no query.</summary>
    public static LvxException NotAQuery(string text, string problem) => new(
        LvxError.QueryInvalid, null, problem, $"Use a query such as GS, PIRI or EY2026 instead of '{text}'; nothing was sent.");

    /// <summary>A recording that cannot be played.</summary>
    public static LvxException Replay(string device, string what) => new(
        LvxError.ReplayFailed, device, what, "Check the file's name, and play it with the same command and options as it was made with.");

    /// <summary>One file for a site in which a unit is missing would pass for the whole site later.</summary>
    public static LvxException SiteIncomplete(string path) => new(
        LvxError.SiteIncomplete,
        path,
        "no baseline was written, since not every unit could be read.",
        "Name the units that are there, or a folder, which gets a file for each unit that answers.");

    /// <summary>Files of the module that should be there.</summary>
    public static LvxException ModuleIncomplete(string files, Exception inner) => new(
        LvxError.ModuleIncomplete, null, $"Files of the LvxPS module are missing or damaged: {files}.", "Install the module again.", inner);

    /// <summary>A unit without a serial number.</summary>
    public static LvxException Nameless(string device) => new(
        LvxError.UnitNameless, device, "the unit does not say its serial number (ID), so nobody can tell which unit would be changed; nothing was written.", "Change its settings on its LCD.");

    /// <summary>One unit over two ports.</summary>
    public static LvxException SameUnitTwice(string device, string serialNumber) => new(
        LvxError.ArgumentInvalid, device, $"unit {FrameText.Escape(serialNumber)} is named twice, over two ports; nothing was written.", "Name each unit once. Both sockets of a unit at once lock it up.");

    /// <summary>Nothing to undo.</summary>
    public static LvxException NothingToUndo(string journal) => new(
        LvxError.NothingToUndo, journal, "there is no run in the journal that changed these units and was not undone.", "Get-LvxJournal (lvx journal) shows what there is.");

    /// <summary>A unit in fault.</summary>
    public static LvxException InFault(string device, FaultInfo? fault, OperatingMode? mode) => new(
        LvxError.UnitInFault,
        device,
        $"the unit is in fault ({(fault is { Code: not 0 } ? fault.ToString() : fault is null ? "it does not say which" : $"mode {(mode is null ? "unknown" : mode)}")}); nothing was written.",
        $"{(fault is { Code: not 0 } ? fault.NextStep + " " : "")}To write all the same, say -Force (lvx: --force).");

    /// <summary>A wish that cannot be written.</summary>
    public static LvxException ChangeInvalid(string device, IReadOnlyList<string> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return new LvxException(LvxError.ChangeInvalid, device, string.Join(" ", problems), "Nothing was written. Name values that the unit can be set to, all of them together.")
        {
            Details = problems.Count > 1 ? problems : [],
        };
    }

    /// <summary>A write that failed.</summary>
    public static LvxException ChangeFailed(LvxError error, string device, string action, string reason) => new(
        error, device, $"{action} failed. {reason}", "See the receipt for what each unit has now; Get-LvxJournal (lvx journal) has every step.");

    /// <summary>A change that could not be taken back.</summary>
    public static LvxException RollbackFailed(string device, string what) => new(
        LvxError.RollbackFailed, device, $"what had been changed could not be put back: {what}", "See the receipt for what each unit has now, and set it by hand, at the LCD if need be.");

    /// <summary>A unit that does not know its own defaults.</summary>
    public static LvxException NoDefaults(string device) => new(
        LvxError.NothingToCompare, device, "the unit does not tell its factory defaults (DI).", "Compare it with another unit, a baseline or a profile.")
    {
        UnitIsThere = true,
    };

    /// <summary>One unit, and nothing to compare it with.</summary>
    public static LvxException NothingToCompareWith() => new(
        LvxError.NothingToCompare,
        null,
        "A comparison needs two units, or one and a reference.",
        "Name a second unit, a baseline (-ReferencePath, lvx: --reference), a profile (-ReferenceProfile, --profile) or the factory defaults (-ReferenceDefault, --default).");

    /// <summary>A baseline of several units, none of which is this one.</summary>
    public static LvxException NotInReference(string device, string? serialNumber, string path, IEnumerable<string> there) => new(
        LvxError.NothingToCompare,
        device,
        $"unit {(serialNumber is null ? "without a serial number" : FrameText.Escape(serialNumber))} is not in {path}, which has {string.Join(", ", there.Select(FrameText.Escape))}.",
        "Export a baseline of this unit, or name one that has it, or one of a single unit.");

    /// <summary>A file that stays as it is.</summary>
    public static LvxException AlreadyThere(string path) => new(
        LvxError.FileExists, path, "it is there already and was left as it is.", "Name another file, or say -Force (lvx: --force) to replace it.");

    /// <summary>A file that cannot be read.</summary>
    public static LvxException NotReadable(string path, string what) => new(
        LvxError.FileNotReadable, path, what, "Name a file that exists and that you may read.");

    /// <summary>A file whose contents are not what they should be.</summary>
    /// <param name="error">Which kind of file it should be.</param>
    /// <param name="path">The file.</param>
    /// <param name="problems">What is wrong, each with its line and column.</param>
    /// <param name="nextStep">What to do next.</param>
    public static LvxException FileInvalid(LvxError error, string path, IReadOnlyList<FileProblem> problems, string nextStep)
    {
        ArgumentNullException.ThrowIfNull(problems);
        string[] details = [.. problems.Select(problem => problem.ToString())];
        return new LvxException(error, path, string.Join(" ", details), nextStep) { Details = details.Length > 1 ? details : [] };
    }

    /// <summary>A file that root would act on, and that is not root's alone.</summary>
    public static LvxException NotTrusted(string path, string why) => new(
        LvxError.FileNotTrusted, path, $"root does not act on it, since {why}.", $"Look through it, then: chown root {path} && chmod go-w {path}");

    /// <summary>A folder in which somebody else could swap what is worked on.</summary>
    public static LvxException FolderNotTrusted(string path) => new(
        LvxError.FileNotTrusted, path, "links are not made here, since others may change what is in it.", "Name a folder that belongs to root or to you and that nobody else may write to, such as /dev.");

    /// <summary>A name for a link that is something else.</summary>
    public static LvxException LinkNameTaken(string path, string what) => new(
        LvxError.NameTaken, path, $"it is {FrameText.Escape(what)}, and stays as it is.", "Give the unit another name in the site file, or move away what is there.");

    /// <summary>A service that does not do as it should.</summary>
    public static LvxException ServiceFailed(string service, string what, string nextStep) => new(LvxError.ServiceFailed, service, $"{what}.", nextStep);

    /// <summary>Services that do not run again after maintenance.</summary>
    public static LvxException NotStartedAgain(IReadOnlyList<LvxException> failures)
    {
        ArgumentNullException.ThrowIfNull(failures);
        return failures.Count == 1
            ? failures[0]
            : new LvxException(LvxError.ServiceFailed, null, string.Join(" ", failures.Select(failure => failure.Message)), $"Start them by hand: systemctl start {string.Join(' ', failures.Select(failure => failure.Device))}")
            {
                Details = [.. failures.Select(failure => failure.Message)],
            };
    }

    /// <summary>There is a maintenance already.</summary>
    /// <param name="pid">What a killed one ran, and what runs still; null where the maintenance itself runs.</param>
    public static LvxException MaintenanceUnderWay(int? pid) => new(
        LvxError.MaintenanceUnderWay,
        null,
        pid is null ? "Another maintenance is under way." : string.Create(CultureInfo.InvariantCulture, $"A maintenance was killed, and what it ran is running still (pid {pid})."),
        pid is null ? "Wait until it is over." : "Wait until that ends, or end it; then `lvx maintenance --finish` starts the services again.");

    /// <summary>A word that is neither a device nor the name of a unit.</summary>
    public static LvxException NoSuchName(string name, LvxSite site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new LvxException(
            LvxError.DeviceNotFound,
            null,
            $"There is no unit {FrameText.Escape(name)}; {FrameText.Escape(site.Path)} has {string.Join(", ", site.Units.Select(unit => unit.Name))}.",
            "Name one of them, or a device.");
    }

    /// <summary>No profile has this name.</summary>
    public static LvxException NoSuchProfile(string name, IReadOnlyCollection<string> names) => new(
        LvxError.ProfileNotFound,
        null,
        names.Count == 0
            ? $"There is no profile {FrameText.Escape(name)}, nor any other."
            : $"There is no profile {FrameText.Escape(name)}; there are {string.Join(", ", names.Select(FrameText.Escape))}.",
        "Name one of them, or a file of your own by its path.");

    /// <summary>A file that cannot be written.</summary>
    public static LvxException NotWritable(string path, Exception inner) => new(
        LvxError.FileNotWritable, path, $"cannot be written ({Cause(inner)}).", "Name a file in a folder that exists and that you may write to.", inner);

    private static string Cause(Exception error) => error switch
    {
        DirectoryNotFoundException => "there is no such folder",
        FileNotFoundException => "there is no such file",
        UnauthorizedAccessException => "this user may not write it",
        _ => error.Message.TrimEnd('.'),
    };

    /// <summary>A record that is not, or not surely, in the journal.</summary>
    /// <param name="path">The journal.</param>
    /// <param name="why">Why, as part of a sentence.</param>
    /// <param name="consequence">What that means for the unit, in a sentence.</param>
    /// <param name="nextStep">What to do next.</param>
    public static LvxException JournalNotWritable(string path, string why, string consequence, string nextStep) => new(
        LvxError.JournalNotWritable, path, $"the journal cannot be written ({why}). {consequence}", nextStep);

    /// <summary>A journal that is there and cannot be read.</summary>
    /// <param name="path">The journal.</param>
    /// <param name="why">Why, as part of a sentence.</param>
    /// <param name="nextStep">What to do next.</param>
    public static LvxException JournalNotReadable(string path, string why, string nextStep) => new(
        LvxError.JournalNotReadable, path, $"the journal cannot be read ({why}). As long as that is so, no setting is changed.", nextStep);
}
