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

    /// <summary>Such as <c>48.0 to 58.4 V</c> or <c>44 to 51 V, whole volts</c>.</summary>
    public override string ToString() => Step == 1
        ? string.Create(CultureInfo.InvariantCulture, $"{Least:0} to {Greatest:0} V, whole volts")
        : string.Create(CultureInfo.InvariantCulture, $"{Least:0.0} to {Greatest:0.0} V");
}
