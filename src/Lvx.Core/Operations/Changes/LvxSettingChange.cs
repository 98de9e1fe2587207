using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>What became of one wanted setting of one unit: a line of the receipt.</summary>
public sealed class LvxSettingChange
{
    internal LvxSettingChange(
        UnitPort unit, string? serialNumber, SettingDefinition setting, object? from, object? to, object? now, ChangeOutcome outcome, string reason, TimeSpan elapsed)
        : this(unit, serialNumber, setting.Name, setting.Unit, from, to, now, outcome, reason, elapsed)
    {
    }

    internal LvxSettingChange(
        UnitPort unit, string? serialNumber, string setting, string? symbol, object? from, object? to, object? now, ChangeOutcome outcome, string reason, TimeSpan elapsed)
    {
        Device = unit.Device;
        Name = unit.Name;
        SerialNumber = serialNumber;
        Setting = setting;
        Unit = symbol;
        From = PlainValue.Of(from);
        To = PlainValue.Of(to);
        Now = PlainValue.Of(now);
        Outcome = outcome;
        Reason = reason;
        Elapsed = elapsed;
    }

    /// <summary>The device.</summary>
    public string Device { get; }

    /// <summary>The unit's short name.</summary>
    public string Name { get; }

    /// <summary>The unit's serial number.</summary>
    public string? SerialNumber { get; }

    /// <summary>The setting.</summary>
    public string Setting { get; }

    /// <summary>The symbol of its unit (V, A), where it has one.</summary>
    public string? Unit { get; }

    /// <summary>The value as found: decimal, int, the name of a code, bool, a window; null when it was not known.</summary>
    public object? From { get; }

    /// <summary>The value wanted.</summary>
    public object? To { get; }

    /// <summary>The value that the unit has at the end, as read last; null when it could not be read.</summary>
    public object? Now { get; }

    /// <summary>What became of it.</summary>
    public ChangeOutcome Outcome { get; }

    /// <summary>Why, and what to do where there is something to do; empty when there is nothing to say.</summary>
    public string Reason { get; }

    /// <summary>How long it took, from the last check before it was sent to the last reading after; zero when nothing was sent.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>Whether other settings changed with it, as its reason says.</summary>
    internal bool BroughtOthers { get; init; }
}
