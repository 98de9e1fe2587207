using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>One write of a plan: what would be sent, and why at this place.</summary>
public sealed class LvxPlannedWrite
{
    internal LvxPlannedWrite(UnitPort unit, string serialNumber, int order, PlannedWrite write)
    {
        Device = unit.Device;
        Name = unit.Name;
        SerialNumber = serialNumber;
        Order = order;
        Action = write.Action;
        Frame = write.Setter.Command;
        Why = write.Why;
    }

    /// <summary>The device.</summary>
    public string Device { get; }

    /// <summary>The unit's short name.</summary>
    public string Name { get; }

    /// <summary>The unit's serial number.</summary>
    public string SerialNumber { get; }

    /// <summary>Its place among the unit's writes, from 1.</summary>
    public int Order { get; }

    /// <summary>What it does: <c>Set bulk voltage 56.4 V (now 56.0 V)</c>.</summary>
    public string Action { get; }

    /// <summary>The setter, such as <c>MCHGV564,540</c>.</summary>
    public string Frame { get; }

    /// <summary>Why it stands at this place.</summary>
    public string Why { get; }
}
