namespace Lvx.Core.Links;

/// <summary>How a link is to be opened.</summary>
public sealed record LinkOptions
{
    /// <summary>What it may carry.</summary>
    public LinkAccess Access { get; init; }

    /// <summary>How long to wait for another LvxPS to let go of the port, or for a connection.</summary>
    public TimeSpan OpenTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Whether the port is used though another program has it open.</summary>
    public bool DespiteHolders { get; init; }

    /// <summary>The form of a report on a hidraw node.</summary>
    public HidReportForm HidReportForm { get; init; }

    /// <summary>The time between two reports on a hidraw node; what other tools leave is 50 ms.</summary>
    public TimeSpan HidReportGap { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The speed of a serial port, in bit/s; the unit's is 2400.</summary>
    public int BaudRate { get; init; } = 2400;
}
