namespace Lvx.Core;

/// <summary>An error that says what happened to which device, why, and what to do next.</summary>
public sealed class LvxException : Exception
{
    /// <summary>An error with everything a person needs.</summary>
    /// <param name="error">Its stable id.</param>
    /// <param name="device">The device it happened to, or what else it is about.</param>
    /// <param name="what">What happened and why, in one sentence without the device's name.</param>
    /// <param name="nextStep">What to do next.</param>
    /// <param name="inner">What it follows from, where there is such.</param>
    public LvxException(LvxError error, string? device, string what, string nextStep, Exception? inner = null)
        : base(device is null ? what : $"{device}: {what}", inner)
    {
        Error = error;
        Device = device;
        NextStep = nextStep;
    }

    /// <summary>The stable id.</summary>
    public LvxError Error { get; }

    /// <summary>The device it happened to, or what else it is about.</summary>
    public string? Device { get; }

    /// <summary>What to do next.</summary>
    public string NextStep { get; }

    /// <summary>What is wrong one by one, where it is more than one thing, as with a file; the message has all of it too.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>Whether the unit showed that it is there and listens, and only this question came to nothing.</summary>
    public bool UnitIsThere { get; init; }
}
