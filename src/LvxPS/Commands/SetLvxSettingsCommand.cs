using System.Management.Automation;
using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using Lvx.Pi18;
using LvxPS.Completion;
using LvxPS.Hosting;

namespace LvxPS.Commands;

/// <summary>Sets any settings that PI18 can write, all of them checked together first, and proves each. What is not named stays as it is.</summary>
[Cmdlet(VerbsCommon.Set, "LvxSettings", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Alias("Set-LvxSetting")]
[OutputType(typeof(LvxSettingChange), typeof(LvxSettings))]
public sealed class SetLvxSettingsCommand : LvxChangeCmdlet
{
    /// <summary>The kind of battery: Agm, Flooded or User. Bulk, float and cut-off voltage can be set under User only.</summary>
    [Parameter]
    public BatteryType BatteryType { get; set; }

    /// <summary>Voltage of the constant-voltage charge, 48.0 to 58.4 V.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SettingCompleter))]
    public decimal BulkVoltage { get; set; }

    /// <summary>Voltage of the float charge, 48.0 to 58.4 V.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SettingCompleter))]
    public decimal FloatVoltage { get; set; }

    /// <summary>Battery voltage under which the output is cut off, 40.0 to 48.0 V.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SettingCompleter))]
    public decimal CutOffVoltage { get; set; }

    /// <summary>Battery voltage at which the grid takes over, 44 to 51 V, in whole volts.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SettingCompleter))]
    public decimal ReChargeVoltage { get; set; }

    /// <summary>Battery voltage at which the battery takes over again, 48 to 58 V, in whole volts; 0 for when full, which units have been seen to refuse.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SettingCompleter))]
    public decimal ReDischargeVoltage { get; set; }

    /// <summary>Greatest charge current from sun and grid together, in A of the unit's own list.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(AmpereCompleter))]
    [ValidateRange(1, 999)]
    public int MaxChargeCurrent { get; set; }

    /// <summary>Greatest charge current from the grid, in A of the unit's own list.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(AmpereCompleter))]
    [ValidateRange(1, 999)]
    public int MaxAcChargeCurrent { get; set; }

    /// <summary>How narrow a grid voltage is accepted: Appliance or Ups.</summary>
    [Parameter]
    public InputVoltageRange InputVoltageRange { get; set; }

    /// <summary>Which source feeds the load first.</summary>
    [Parameter]
    public OutputSourcePriority OutputSourcePriority { get; set; }

    /// <summary>Which source charges the battery.</summary>
    [Parameter]
    public ChargerSourcePriority ChargerSourcePriority { get; set; }

    /// <summary>Where the sun's power goes first.</summary>
    [Parameter]
    public SolarPowerPriority SolarPowerPriority { get; set; }

    /// <summary>The buzzer sounds.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SettingCompleter))]
    public bool Buzzer { get; set; }

    /// <summary>An overload goes to bypass.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SettingCompleter))]
    public bool OverloadBypass { get; set; }

    /// <summary>The LCD returns to its first page after a minute.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SettingCompleter))]
    public bool LcdReturn { get; set; }

    /// <summary>Restart after an overload.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SettingCompleter))]
    public bool OverloadRestart { get; set; }

    /// <summary>Restart after too high a temperature.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SettingCompleter))]
    public bool OverTemperatureRestart { get; set; }

    /// <summary>The backlight is on.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SettingCompleter))]
    public bool Backlight { get; set; }

    /// <summary>An alarm when the primary source is lost.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SettingCompleter))]
    public bool AlarmPrimarySourceLost { get; set; }

    /// <summary>Fault codes are recorded.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SettingCompleter))]
    public bool FaultRecord { get; set; }

    /// <summary>When the grid may charge the battery, by the unit's clock, such as 01:00-05:30; two equal times are no window.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SettingCompleter))]
    [ValidateNotNullOrEmpty]
    public string AcChargeWindow { get; set; } = "";

    /// <summary>When the grid may carry the load, by the unit's clock, such as 01:00-05:30; two equal times are no window.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SettingCompleter))]
    [ValidateNotNullOrEmpty]
    public string AcLoadWindow { get; set; } = "";

    /// <summary>The parallel id in setters that carry one; 0 on each unit's own cable, master and slave alike.</summary>
    [Parameter]
    [ValidateRange(0, 9)]
    public int ParallelId { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Run(() => Wanted());
    }

    private protected override void Work(UnitAccess access, UnitSelection selection)
    {
        KeyValuePair<SettingDefinition, object>[] wanted = Wanted();
        string command = $"Set-LvxSettings {string.Join(' ', wanted.Select(want => $"-{want.Key.Name} {SettingText.Format(want.Key, want.Value)}"))}";
        Change(access, selection, ChangeWish.Of(wanted), Options(command) with { ParallelId = ParallelId });
    }

    /// <summary>The settings that were named, each as its catalogue knows it.</summary>
    private KeyValuePair<SettingDefinition, object>[] Wanted()
    {
        KeyValuePair<SettingDefinition, object>[] wanted =
        [
            .. SettingCatalogue.All.Where(setting => MyInvocation.BoundParameters.ContainsKey(setting.Name))
                .Select(setting => new KeyValuePair<SettingDefinition, object>(setting, Value(setting, MyInvocation.BoundParameters[setting.Name]))),
        ];
        return wanted.Length > 0
            ? wanted
            : throw new LvxException(LvxError.ArgumentInvalid, null, "No setting was named.", "Name at least one, such as -BulkVoltage 56.4.");
    }

    private static object Value(SettingDefinition setting, object bound)
    {
        object? value = setting.Kind == SettingKind.Window ? SettingText.ParseWanted(setting, (string)bound, out _) : bound;
        string? problem = value is null ? "a window is two times of the day, such as 01:00-05:30." : setting.WhyNotSettable(value);
        return problem is null
            ? value!
            : throw new LvxException(LvxError.ArgumentInvalid, null, $"-{setting.Name}: {problem}", "Nothing was written. Name a value that PI18 can set.");
    }
}
