namespace Lvx.Core.Operations;

/// <summary>Arguments as they stand in a line that somebody copies.</summary>
public static class CommandText
{
    /// <summary>An argument for a POSIX shell, in quotes where it needs them.</summary>
    public static string ForShell(string argument) => Quoted(argument, @"'\''");

    /// <summary>An argument for PowerShell, in quotes where it needs them.</summary>
    public static string ForPowerShell(string argument) => Quoted(argument, "''");

    private static string Quoted(string argument, string quote)
    {
        ArgumentNullException.ThrowIfNull(argument);
        return argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or ':' or '.' or '-' or '_')
            ? argument
            : $"'{argument.Replace("'", quote, StringComparison.Ordinal)}'";
    }

    /// <summary>A serial number, where it is one: what a device says is data, and nothing but digits goes into a line.</summary>
    public static bool IsSerial(string? serialNumber) => serialNumber is { Length: > 0 } && serialNumber.All(char.IsAsciiDigit);
}
