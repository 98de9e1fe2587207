using System.ComponentModel;

namespace Lvx.Tests.PowerShell;

/// <summary>The PowerShell of this machine, if it is one that the module and its tests can use.</summary>
internal static class PowerShellHost
{
    private static readonly Version LeastPowerShell = new(7, 6);
    private static readonly Version LeastPester = new(5, 9);

    private static readonly Lazy<Task<string?>> Looked = new(LookAsync);

    /// <summary>Why it cannot be used; null when it can.</summary>
    public static Task<string?> WhyNotAsync() => Looked.Value;

    private static async Task<string?> LookAsync()
    {
        const string versions = """
            $ErrorActionPreference = 'Stop'
            'PowerShell ' + "$($PSVersionTable.PSVersion)".Split('-')[0]
            Get-Module Pester -ListAvailable | Sort-Object Version | Select-Object -Last 1 | ForEach-Object { "Pester $($_.Version)" }
            """;
        try
        {
            (int? exitCode, string output, string error) = await Child.RunAsync(
                Child.Command("pwsh", "-NoProfile", "-NonInteractive", "-Command", versions), TimeSpan.FromSeconds(60), CancellationToken.None);
            // One that is there and cannot say its version is no reason to skip anything.
            return exitCode != 0 ? throw new InvalidOperationException($"pwsh does not run: {output}\n{error}")
                : Below(LeastPowerShell, Find(output, "PowerShell")) ?? Below(LeastPester, Find(output, "Pester"));
        }
        catch (Win32Exception)
        {
            return "pwsh is not installed";
        }
    }

    private static (string Name, Version? Version) Find(string output, string name) =>
        (name, output.Split('\n').FirstOrDefault(line => line.StartsWith(name + " ", StringComparison.Ordinal)) is { } line ? Version.Parse(line[(name.Length + 1)..].Trim()) : null);

    private static string? Below(Version least, (string Name, Version? Version) found) =>
        found.Version is null ? $"{found.Name} is not installed" : found.Version < least ? $"{found.Name} is {found.Version}, and {least} is needed" : null;
}
