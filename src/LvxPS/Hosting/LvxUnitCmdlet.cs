using System.Management.Automation;
using Lvx.Core;
using Lvx.Core.Links;
using Lvx.Core.Recording;
using Lvx.Core.Sessions;
using Lvx.Core.Units;
using LvxPS.Completion;

namespace LvxPS.Hosting;

/// <summary>A cmdlet that reaches units. What comes down the pipeline is collected first, so that all units are worked on at the same time.</summary>
public abstract class LvxUnitCmdlet : LvxCmdlet
{
    private const string Replay = "replay:";

    private readonly List<string> devices = [];
    private readonly List<string> serialNumbers = [];
    private TranscriptFile? transcript;
    private string[]? namedDevices;
    private string[]? namedSerialNumbers;

    /// <summary>The devices: /dev/hidrawN, /dev/ttyN, tcp://host:port, hid:SERIAL, replay:FILE or sim:pair; or names from the site file, with wildcards. Without it: the units of the site, or every inverter on USB.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("DevicePath")]
    [ArgumentCompleter(typeof(DeviceCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Device { get; set; }

    /// <summary>Serial numbers, in their 14- or 22-digit form: only the units that have them, wherever they are plugged in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SerialCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? SerialNumber { get; set; }

    /// <summary>The time for one question with every retry, in seconds; 3 unless told.</summary>
    [Parameter]
    [ValidateRange(0.05, 600)]
    public double TimeoutSeconds { get; set; } = new SessionOptions().QueryTimeout.TotalSeconds;

    /// <summary>A file that records every frame; -Device replay:FILE plays it back.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TranscriptPath { get; set; }

    /// <summary>How reports are handed to a hidraw node: Numbered (nine bytes, the first 00) or Bare (eight, as other tools do).</summary>
    [Parameter]
    public HidReportForm HidReportForm { get; set; } = new LinkOptions().HidReportForm;

    /// <summary>The time between two reports to a hidraw node, in milliseconds; 50 unless told.</summary>
    [Parameter]
    [ValidateRange(0, 1000)]
    public int HidReportGapMilliseconds { get; set; } = (int)new LinkOptions().HidReportGap.TotalMilliseconds;

    /// <summary>Uses a port though another program has it open. With cmdlets that write: also writes to units in fault, never to one that cannot be read; with files: replaces those that are there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        // What was named on the command line; from here on the pipeline puts its own into the same properties.
        namedDevices = Device;
        namedSerialNumbers = SerialNumber;
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        if (TakesInput())
        {
            if (namedDevices is not null || namedSerialNumbers is not null)
            {
                Run(TakeNamedUnits);
            }

            return;
        }

        devices.AddRange(Device ?? []);
        serialNumbers.AddRange(SerialNumber ?? []);
    }

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Run(() =>
    {
        if (HasOtherInput && devices.Count == 0 && serialNumbers.Count == 0)
        {
            WorkWithoutUnits();
            return;
        }

        LinkRegistry links = RunspaceState.Current.Links;
        UnitSelection selection = Select(links, [.. devices.Select(FromHere)], [.. serialNumbers.Distinct(StringComparer.Ordinal)]);
        transcript = TranscriptPath is null ? null : TranscriptFile.Create(FilePaths.Target(this, TranscriptPath));
        var query = TimeSpan.FromSeconds(TimeoutSeconds);
        var access = new UnitAccess(
            links,
            new LinkOptions { OpenTimeout = query, HidReportForm = HidReportForm, HidReportGap = TimeSpan.FromMilliseconds(HidReportGapMilliseconds), DespiteHolders = Force },
            new SessionOptions { QueryTimeout = query },
            transcript)
        {
            LockScope = Environment.GetEnvironmentVariable(UnitAccess.ScopeVariable) ?? "",
            Site = YamlFiles.Site,
        };
        Work(access, selection);
    });

    /// <summary>A recording is looked for where the session is, and not where the process was started.</summary>
    private string FromHere(string device) => device.StartsWith(Replay, StringComparison.OrdinalIgnoreCase) && device.Length > Replay.Length
        ? Replay + FilePaths.One(this, device[Replay.Length..])
        : device;

    /// <summary>The units that are meant.</summary>
    private protected virtual UnitSelection Select(LinkRegistry links, IReadOnlyList<string> named, IReadOnlyList<string> serials) => new UnitFinder(links, YamlFiles.Site).Select(named, serials);

    /// <summary>Takes a record that is no device; then nothing of it is read as one, though it has a property of that name.</summary>
    private protected virtual bool TakesInput() => false;

    /// <summary>Whether there is something to work on when no unit is named.</summary>
    private protected virtual bool HasOtherInput => false;

    /// <summary>The cmdlet's own part.</summary>
    private protected abstract void Work(UnitAccess access, UnitSelection selection);

    /// <summary>The same, when there is other input and no unit is named.</summary>
    private protected virtual void WorkWithoutUnits()
    {
    }

    /// <summary>Whether what comes down the pipeline is for the units that are named, and not in their place.</summary>
    private protected virtual bool InputIsForUnits => false;

    private void TakeNamedUnits()
    {
        if (InputIsForUnits)
        {
            devices.AddRange((namedDevices ?? []).Except(devices, StringComparer.Ordinal));
            serialNumbers.AddRange(namedSerialNumbers ?? []);
        }
        else
        {
            throw new LvxException(
                LvxError.ArgumentInvalid,
                null,
                "units are named, and there are settings from the pipeline or -InputObject too.",
                "Give one or the other: settings that are there already, or units to read.");
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            transcript?.Dispose();
        }

        base.Dispose(disposing);
    }
}
