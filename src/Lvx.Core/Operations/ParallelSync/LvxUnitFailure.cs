using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>A unit that did not answer, and why.</summary>
public sealed class LvxUnitFailure
{
    internal LvxUnitFailure(UnitPort unit, LvxException error)
    {
        Device = unit.Device;
        Name = unit.Name;
        Error = error.Error;
        Message = error.Message;
        NextStep = error.NextStep;
    }

    /// <summary>The device it was looked for on.</summary>
    public string Device { get; }

    /// <summary>The unit's short name.</summary>
    public string Name { get; }

    /// <summary>What went wrong; the name is the stable error id.</summary>
    public LvxError Error { get; }

    /// <summary>What happened and why.</summary>
    public string Message { get; }

    /// <summary>What to do next.</summary>
    public string NextStep { get; }

    /// <inheritdoc/>
    public override string ToString() => Message;
}
