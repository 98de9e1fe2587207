using System.Globalization;

namespace Lvx.Core.Operations;

/// <summary>
/// The order that the battery voltages of a unit must keep at every moment: cut-off ≤ re-charge &lt; re-discharge ≤ float ≤ bulk. A re-discharge of 0 means "when full" and is
/// outside it. Values that are not known break nothing.
/// </summary>
internal static class VoltageOrder
{
    private static readonly (string Lower, string Upper, bool OrEqual)[] Rules =
    [
        (nameof(LvxSettings.CutOffVoltage), nameof(LvxSettings.ReChargeVoltage), true),
        (nameof(LvxSettings.ReChargeVoltage), nameof(LvxSettings.ReDischargeVoltage), false),
        (nameof(LvxSettings.ReDischargeVoltage), nameof(LvxSettings.FloatVoltage), true),
        (nameof(LvxSettings.FloatVoltage), nameof(LvxSettings.BulkVoltage), true),
    ];

    /// <summary>What breaks the order in a state, each with the two settings that it is about.</summary>
    public static IReadOnlyList<Breach> Breaches(SettingsState state) =>
    [
        .. Rules.Select(rule => (rule, Lower: state.Volts(rule.Lower), Upper: state.Volts(rule.Upper)))
            .Where(found => found.Lower is { } lower && found.Upper is { } upper && !IsOutside(found.rule.Lower, lower) && !IsOutside(found.rule.Upper, upper)
                && (found.rule.OrEqual ? lower > upper : lower >= upper))
            .Select(found => new Breach(
                SettingCatalogue.Find(found.rule.Lower)!, SettingCatalogue.Find(found.rule.Upper)!, found.Lower!.Value, found.Upper!.Value, found.rule.OrEqual)),
    ];

    private static bool IsOutside(string setting, decimal volts) => setting == nameof(LvxSettings.ReDischargeVoltage) && volts == 0;

    /// <summary>Two settings that are the wrong way round.</summary>
    internal sealed record Breach(SettingDefinition Lower, SettingDefinition Upper, decimal LowerVolts, decimal UpperVolts, bool OrEqual)
    {
        /// <summary>Whether it is about the same two settings, whatever their values.</summary>
        public bool IsSame(Breach other) => Lower == other.Lower && Upper == other.Upper;

        /// <summary>Such as <c>re-discharge voltage 55.0 V would be above float voltage 54.0 V</c>.</summary>
        public string AsState => string.Create(
            CultureInfo.InvariantCulture, $"{Lower.Label} {LowerVolts:0.0} V would {(OrEqual ? "be above" : "not be below")} {Upper.Label} {UpperVolts:0.0} V");

        /// <summary>Such as <c>re-discharge voltage 55.0 V must not be above float voltage 54.0 V</c>.</summary>
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"{Lower.Label} {LowerVolts:0.0} V must {(OrEqual ? "not be above" : "be below")} {Upper.Label} {UpperVolts:0.0} V");
    }
}
