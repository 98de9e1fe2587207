namespace Lvx.Cli;

/// <summary>What the command says to its caller. The same for every verb, so that scripts, systemd and cron can rely on it.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>The answer is "no": different, not healthy.</summary>
    public const int No = 1;

    /// <summary>The command was not understood; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>A device failed.</summary>
    public const int Device = 3;

    /// <summary>A change was refused, by the unit or before it was sent.</summary>
    public const int Refused = 4;

    /// <summary>A change went back, or was put back since another failed, or brought another with it.</summary>
    public const int PutBack = 5;

    /// <summary>What a unit has after a change could not be made sure.</summary>
    public const int Unknown = 6;

    /// <summary>A fault of the command itself, as sysexits counts it.</summary>
    public const int Internal = 70;

    /// <summary>Ctrl+C, as shells count it: 128 + SIGINT.</summary>
    public const int Interrupted = 130;
}
