using System.Globalization;

namespace Lvx.Pi18;

/// <summary>The voltages that a setter takes, for the 48 V class.</summary>
/// <param name="Least">The least, in V.</param>
/// <param name="Greatest">The greatest, in V.</param>
/// <param name="Step">In V: tenths, or whole volts.</param>
/// <param name="OrZero">Whether 0 can be said as well ("when full").</param>
public sealed record VoltageRange(decimal Least, decimal Greatest, decimal Step, bool OrZero = false)
{
    /// <summary>Whether the setter takes <paramref name="volts"/>.</summary>
    public bool Contains(decimal volts) =>
        (OrZero && volts == 0) || (volts >= Least && volts <= Greatest && decimal.Truncate(volts / Step) * Step == volts);

    /// <summary>As short as it fits into a table: <c>48.0 to 58.4 V</c>, <c>44 to 51 V, whole volts</c>.</summary>
    public string Short => Step == 1 ? $"{Ends}, whole volts" : Ends;

    private string Ends => Step == 1
        ? string.Create(CultureInfo.InvariantCulture, $"{Least:0} to {Greatest:0} V")
        : string.Create(CultureInfo.InvariantCulture, $"{Least:0.0} to {Greatest:0.0} V");

    /// <summary>Such as <c>48.0 to 58.4 V in tenths</c> or <c>44 to 51 V in whole volts</c>.</summary>
    public override string ToString() => $"{Ends} in {(Step == 1 ? "whole volts" : "tenths")}";
}
