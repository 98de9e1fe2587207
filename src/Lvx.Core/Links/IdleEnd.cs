namespace Lvx.Core.Links;

/// <summary>How a wait between two questions ended.</summary>
public enum IdleEnd
{
    /// <summary>It is time for the next question.</summary>
    Deadline,

    /// <summary>The device is gone.</summary>
    Gone,

    /// <summary>Another LvxPS waits for the port.</summary>
    Wanted,
}
