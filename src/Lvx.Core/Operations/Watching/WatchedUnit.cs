using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>What is known of one unit that is watched: the last that it said, and whether it still answers.</summary>
internal sealed class WatchedUnit
{
    private readonly string? wanted;

    /// <summary>A unit that was named by its device.</summary>
    public WatchedUnit(int number, UnitPort port)
    {
        Number = number;
        Device = port.Device;
        Name = port.Name;
    }

    /// <summary>A unit that was named by its serial number.</summary>
    public WatchedUnit(int number, string serialNumber)
    {
        Number = number;
        wanted = serialNumber;
        Device = serialNumber;
        Name = serialNumber;
    }

    /// <summary>Its number, from 1, in the order in which units were named.</summary>
    public int Number { get; }

    public string Name { get; private set; }

    public string Device { get; private set; }

    /// <summary>The last that it said; no value before it ever answered.</summary>
    public LvxStatus? Last { get; private set; }

    /// <summary>The last settings that it said.</summary>
    public LvxSettings? Settings { get; private set; }

    /// <summary>How many of the twelve settings are as with the first unit, in words.</summary>
    public string? Alike { get; private set; }

    /// <summary>Its clock when that was last read, in words.</summary>
    public string? Clock { get; private set; }

    /// <summary>Energy from the sun today, in Wh.</summary>
    public long? SolarToday { get; private set; }

    /// <summary>Why it does not answer; no value while it does.</summary>
    public LvxUnitFailure? Failure { get; private set; }

    public bool IsAnswering => Last is not null && Failure is null;

    /// <summary>Whether it has values, and they are not of now.</summary>
    public bool IsStale => Last is not null && Failure is not null;

    /// <summary>Power of both solar inputs in W.</summary>
    public int? SolarPower => Last is not { } status || (status.Pv1Power is null && status.Pv2Power is null) ? null : (status.Pv1Power ?? 0) + (status.Pv2Power ?? 0);

    /// <summary>Current into the battery in A; negative out of it.</summary>
    public int? BatteryCurrent => Last is not { } status || (status.BatteryChargeCurrent is null && status.BatteryDischargeCurrent is null)
        ? null
        : (status.BatteryChargeCurrent ?? 0) - (status.BatteryDischargeCurrent ?? 0);

    public bool Is(LvxStatus status) => wanted is null ? status.Device == Device : Pi18.SerialNumber.Same(wanted, status.SerialNumber);

    public bool Is(LvxUnitFailure failure) => failure.Device == Device || (wanted is not null && failure.Device == wanted);

    public void Take(LvxSyncReport report, int index)
    {
        LvxStatus status = report.Units[index];
        Last = status;
        Name = status.Name;
        Device = status.Device;
        Failure = null;
        Settings = report.Settings.FirstOrDefault(settings => settings.Device == status.Device) ?? Settings;
        Alike = Value(report, "Settings", index);
        Clock = Value(report, "Clock", index);
        SolarToday = report.SolarToday[index];
    }

    public void Take(LvxUnitFailure failure) => Failure = failure;

    private static string? Value(LvxSyncReport report, string check, int index) => report.Check(check)?.Values is { } values && index < values.Count ? values[index] : null;
}
