using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>The settings that one setter carries, and how it is built.</summary>
internal sealed class WriteGroup
{
    private readonly Func<SettingsState, int, Setter> build;

    private WriteGroup(string why, Func<SettingsState, int, Setter> build, params string[] settings)
    {
        Why = why;
        this.build = build;
        Settings = [.. settings.Select(name => SettingCatalogue.Find(name)!)];
    }

    public static WriteGroup BatteryType { get; } = new(
        "first, since bulk, float and cut-off voltage can be set under type user only",
        static (state, _) => Setters.BatteryType((BatteryType)Need(state, nameof(LvxSettings.BatteryType))),
        nameof(LvxSettings.BatteryType));

    public static WriteGroup BulkAndFloat { get; } = new(
        "one command carries bulk and float",
        static (state, _) => Setters.BulkAndFloatVoltage(Volts(state, nameof(LvxSettings.BulkVoltage)), Volts(state, nameof(LvxSettings.FloatVoltage))),
        nameof(LvxSettings.BulkVoltage),
        nameof(LvxSettings.FloatVoltage));

    public static WriteGroup ReChargeAndReDischarge { get; } = new(
        "one command carries re-charge and re-discharge",
        static (state, _) => Setters.ReChargeAndReDischargeVoltage(Volts(state, nameof(LvxSettings.ReChargeVoltage)), Volts(state, nameof(LvxSettings.ReDischargeVoltage))),
        nameof(LvxSettings.ReChargeVoltage),
        nameof(LvxSettings.ReDischargeVoltage));

    public static WriteGroup CutOff { get; } = new(
        "nothing else has to come first",
        static (state, _) => Setters.CutOffVoltage(Volts(state, nameof(LvxSettings.CutOffVoltage))),
        nameof(LvxSettings.CutOffVoltage));

    /// <summary>Every group; of those that the order of voltages does not bind, in the order in which they are written.</summary>
    public static IReadOnlyList<WriteGroup> All { get; } =
    [
        BatteryType,
        new("early: a unit that is charging refuses it, and then there is little to put back", static (state, id) => Setters.MaxChargeCurrent((int)Need(state, nameof(LvxSettings.MaxChargeCurrent)), id), nameof(LvxSettings.MaxChargeCurrent)),
        new("with the other charge current", static (state, id) => Setters.MaxAcChargeCurrent((int)Need(state, nameof(LvxSettings.MaxAcChargeCurrent)), id), nameof(LvxSettings.MaxAcChargeCurrent)),
        BulkAndFloat,
        ReChargeAndReDischarge,
        CutOff,
        new("after the voltages, which decide when a source takes over", static (state, _) => Setters.InputVoltageRange((InputVoltageRange)Need(state, nameof(LvxSettings.InputVoltageRange))), nameof(LvxSettings.InputVoltageRange)),
        new("after the voltages, which decide when a source takes over", static (state, _) => Setters.OutputSourcePriority((OutputSourcePriority)Need(state, nameof(LvxSettings.OutputSourcePriority))), nameof(LvxSettings.OutputSourcePriority)),
        new("after the voltages, which decide when a source takes over", static (state, id) => Setters.ChargerSourcePriority((ChargerSourcePriority)Need(state, nameof(LvxSettings.ChargerSourcePriority)), id), nameof(LvxSettings.ChargerSourcePriority)),
        new("after the voltages, which decide when a source takes over", static (state, _) => Setters.SolarPowerPriority((SolarPowerPriority)Need(state, nameof(LvxSettings.SolarPowerPriority))), nameof(LvxSettings.SolarPowerPriority)),
        new("it concerns no other setting", static (state, _) => Window(state, nameof(LvxSettings.AcChargeWindow), Setters.AcChargeWindow), nameof(LvxSettings.AcChargeWindow)),
        new("it concerns no other setting", static (state, _) => Window(state, nameof(LvxSettings.AcLoadWindow), Setters.AcLoadWindow), nameof(LvxSettings.AcLoadWindow)),
        .. Enum.GetValues<SwitchFlag>().Select(flag => new WriteGroup(
            "it concerns no other setting", (state, _) => Setters.Flag(flag, (bool)Need(state, flag.ToString())), flag.ToString())),
    ];

    /// <summary>What its setter carries; two for voltages that travel together.</summary>
    public IReadOnlyList<SettingDefinition> Settings { get; }

    /// <summary>Why it stands where it stands in a plan.</summary>
    public string Why { get; }

    /// <summary>The group that carries a setting; no value for what PI18 can't set.</summary>
    public static WriteGroup? Of(SettingDefinition setting) => All.FirstOrDefault(group => group.Settings.Contains(setting));

    /// <summary>The setter that brings the group's settings to their values in <paramref name="goal"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">PI18 can't say one of the values.</exception>
    /// <exception cref="InvalidOperationException">One of the values is not known.</exception>
    public Setter SetterFor(SettingsState goal, int parallelId) => build(goal, parallelId);

    private static decimal Volts(SettingsState state, string name) => (decimal)Need(state, name);

    private static object Need(SettingsState state, string name) =>
        state[SettingCatalogue.Find(name)!] ?? throw new InvalidOperationException($"{name} is not known.");

    private static Setter Window(SettingsState state, string name, Func<TimeOnly, TimeOnly, Setter> build)
    {
        var window = (DailyWindow)Need(state, name);
        return build(window.From, window.Until);
    }
}
