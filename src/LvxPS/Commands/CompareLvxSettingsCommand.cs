using System.Management.Automation;
using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using LvxPS.Completion;
using LvxPS.Hosting;

namespace LvxPS.Commands;

/// <summary>Compares settings: units with the first of them, with a baseline, a profile or their factory defaults; or baselines with no unit attached.</summary>
[Cmdlet(VerbsData.Compare, "LvxSettings")]
[Alias("Compare-LvxSetting")]
[OutputType(typeof(LvxSettingComparison), typeof(bool))]
public sealed class CompareLvxSettingsCommand : LvxUnitCmdlet
{
    private readonly List<LvxSettings> given = [];
    private bool alike = true;

    /// <summary>A baseline to compare with: of one unit, or of several, each found by its serial number.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ReferencePath { get; set; }

    /// <summary>A baseline to compare, instead of units.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DifferencePath { get; set; }

    /// <summary>A profile to compare with, by its name or its file, in what it names.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ReferenceProfile { get; set; }

    /// <summary>Compares each unit with its own factory defaults.</summary>
    [Parameter]
    public SwitchParameter ReferenceDefault { get; set; }

    /// <summary>Settings that are there already, as of Get-LvxSettings or Import-LvxSettings, instead of units to read.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public LvxSettings[]? InputObject { get; set; }

    /// <summary>Also the switches, the two time windows, machine type and output mode.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <summary>Gives only what differs.</summary>
    [Parameter]
    public SwitchParameter DifferenceOnly { get; set; }

    /// <summary>Gives $true when everything is alike, and $false when anything differs or a unit failed; nothing else.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => Run(() =>
    {
        base.BeginProcessing();
        int references = (ReferencePath is null ? 0 : 1) + (ReferenceProfile is null ? 0 : 1) + (ReferenceDefault ? 1 : 0);
        if (references > 1)
        {
            throw new LvxException(
                LvxError.ArgumentInvalid, null, "-ReferencePath, -ReferenceProfile and -ReferenceDefault exclude one another.", "Compare with one of them at a time.");
        }
    });

    private protected override bool TakesInput()
    {
        given.AddRange(InputObject ?? []);
        return InputObject is not null;
    }

    private protected override bool HasOtherInput => given.Count > 0 || DifferencePath is not null;

    private protected override void WorkWithoutUnits() => Compare(null, null);

    private protected override void Work(UnitAccess access, UnitSelection selection) => Compare(access, selection);

    private void Compare(UnitAccess? access, UnitSelection? selection)
    {
        var request = new CompareRequest
        {
            Selection = selection,
            Given = given,
            Reference = FileOf(ReferencePath),
            Difference = FileOf(DifferencePath),
            Profile = ReferenceProfile is null ? null : YamlFiles.FindProfile(YamlFiles.IsProfilePath(ReferenceProfile) ? FilePaths.One(this, ReferenceProfile) : ReferenceProfile),
            WithDefaults = ReferenceDefault,
            Scope = All ? SettingsScope.All : SettingsScope.Twelve,
        };
        foreach (UnitOutcome<SettingsComparison> outcome in new CompareOperation(access).Compare(request, OperationHost()))
        {
            if (outcome.Error is { } error)
            {
                alike = false;
                WriteError(ErrorRecords.From(error, outcome.Unit.Device));
            }
            else
            {
                alike &= outcome.Value!.Match;
                Write(outcome.Value);
            }
        }

        if (Quiet)
        {
            WriteObject(alike);
        }
    }

    private void Write(SettingsComparison comparison)
    {
        if (Quiet)
        {
            return;
        }

        LvxSettingComparison[] shown = [.. comparison.Settings.Where(setting => !DifferenceOnly || !setting.Match)];
        WriteObject(shown, enumerateCollection: true);
        bool isBelowTable = shown.Length > 0;
        foreach (LvxSettingComparison setting in comparison.Settings.Where(setting => !setting.Match))
        {
            Tell($"{setting.Setting} differs. {setting.Risk}", isBelowTable);
            isBelowTable = false;
            if (setting.HowToSet is not null)
            {
                Tell($"To set it: {setting.HowToSet}", isCopied: setting.Command is not null);
            }
        }

        Tell(comparison.ToString(), isBelowTable);
    }

    private SettingsFile? FileOf(string? path) => path is null ? null : YamlFiles.ReadBaseline(FilePaths.One(this, path));
}
