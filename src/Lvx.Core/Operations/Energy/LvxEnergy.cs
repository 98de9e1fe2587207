using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>Energy from the sun that a unit counted over a period, or several units together. What the unit does not know is no value (null), never 0.</summary>
public sealed class LvxEnergy
{
    /// <summary>The <see cref="Name"/> of what several units counted together.</summary>
    public const string SumName = "sum";

    internal LvxEnergy(UnitPort unit, string? serialNumber, EnergySlot slot, long? energy, DateTime timestamp)
        : this(slot.Period, slot.Date, energy, timestamp)
    {
        Device = unit.Device;
        Name = unit.Name;
        SerialNumber = serialNumber;
        Units = 1;
    }

    private LvxEnergy(EnergyPeriod period, string? date, long? energy, DateTime timestamp)
    {
        Period = period;
        Date = date;
        Energy = energy;
        Timestamp = timestamp;
    }

    /// <summary>The device it was read from; null for a sum.</summary>
    public string? Device { get; private init; }

    /// <summary>The unit's short name; <c>sum</c> for a sum.</summary>
    public string Name { get; private init; } = SumName;

    /// <summary>The unit's serial number; null for a sum.</summary>
    public string? SerialNumber { get; private init; }

    /// <summary>How many units it is of: 1, or for a sum those that answered.</summary>
    public int Units { get; private init; }

    /// <summary>The kind of period.</summary>
    public EnergyPeriod Period { get; }

    /// <summary>The period, as <c>2026</c>, <c>2026-04</c> or <c>2026-04-26</c>, by the unit's own calendar; null for the total.</summary>
    public string? Date { get; }

    /// <summary>Energy in Wh; null when the unit does not know it, and for a sum when any of its units does not.</summary>
    public long? Energy { get; }

    /// <summary>When the answer came, in UTC; for a sum, the last of them.</summary>
    public DateTime Timestamp { get; }

    internal static LvxEnergy Sum(EnergyPeriod period, string? date, int units, long? energy, DateTime timestamp) => new(period, date, energy, timestamp) { Units = units };
}
