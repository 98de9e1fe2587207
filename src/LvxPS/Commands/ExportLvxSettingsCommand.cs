using System.Management.Automation;
using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using LvxPS.Hosting;

namespace LvxPS.Commands;

/// <summary>Keeps the settings of inverters as a YAML baseline: one file for all of them, or one for each in a folder. Files are written whole or not at all.</summary>
[Cmdlet(VerbsData.Export, "LvxSettings", SupportsShouldProcess = true)]
[Alias("Export-LvxSetting")]
[OutputType(typeof(FileInfo))]
public sealed class ExportLvxSettingsCommand : LvxUnitCmdlet
{
    private readonly List<LvxSettings> given = [];
    private string target = "";

    /// <summary>The file for all units; or a folder that exists, for a file for each unit with the date and its name.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("FilePath", "LiteralPath", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Settings that are there already, such as those of Get-LvxSettings -All, instead of units to read.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public LvxSettings[]? InputObject { get; set; }

    /// <summary>Gives the files that were written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => Run(() =>
    {
        base.BeginProcessing();
        target = FilePaths.Target(this, Path);
    });

    private protected override bool TakesInput()
    {
        given.AddRange(InputObject ?? []);
        return InputObject is not null;
    }

    private protected override bool HasOtherInput => given.Count > 0;

    private protected override void WorkWithoutUnits()
    {
        // What was read without -All has no switches, windows and firmware, and a baseline is whole.
        if (given.Find(unit => !unit.HasAll()) is { } part)
        {
            throw new LvxException(
                LvxError.ArgumentInvalid, part.Device, "a baseline has all settings, and these are the twelve alone.", "Read them with Get-LvxSettings -All, or name the device to Export-LvxSettings.");
        }

        Save(given);
    }

    private protected override void Work(UnitAccess access, UnitSelection selection)
    {
        var units = new List<LvxSettings>();
        bool failed = false;
        foreach (UnitOutcome<LvxSettings> outcome in new SettingsOperation(access).Read(selection, SettingsScope.All, OperationHost()))
        {
            if (outcome.Error is { } error)
            {
                failed = true;
                WriteError(ErrorRecords.From(error, outcome.Unit.Device));
            }
            else
            {
                units.Add(outcome.Value!);
            }
        }

        if (failed && !YamlFiles.IsFolder(target))
        {
            throw LvxErrors.SiteIncomplete(Path);
        }

        Save(units);
    }

    private void Save(List<LvxSettings> units)
    {
        if (units.Count == 0 || !ShouldProcess(target, $"Write the settings of {string.Join(", ", units.Select(unit => unit.Name))}"))
        {
            return;
        }

        foreach (string file in YamlFiles.SaveBaselines(units, target, Force, DateOnly.FromDateTime(DateTime.Now)))
        {
            Note($"Wrote {file}.");
            if (PassThru)
            {
                // As Get-Item gives it, so that it is shown in full, and Import-LvxSettings takes it by its PSPath.
                WriteObject(InvokeProvider.Item.Get([file], force: true, literalPath: true), enumerateCollection: true);
            }
        }
    }
}
