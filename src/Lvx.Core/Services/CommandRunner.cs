using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Lvx.Core.Files;
using Lvx.Core.Links.Native;

namespace Lvx.Core.Services;

/// <summary>
/// Runs commands that are found in the absolute folders of PATH, and then in those that every system has. None is looked for in the folder that is current, and for root none
/// counts that others could have put there.
/// </summary>
public sealed class CommandRunner : ICommandRunner
{
    private const uint Root = 0;

    private static readonly string[] SystemFolders = ["/usr/bin", "/bin", "/usr/sbin", "/sbin"];

    /// <summary>The command's file; null when there is none.</summary>
    public static string? Find(string name) => Find(name, Environment.GetEnvironmentVariable("PATH") ?? "", Libc.EffectiveUser() == Root);

    /// <summary>The same, in the folders of <paramref name="path"/>.</summary>
    internal static string? Find(string name, string path, bool isRoot) => path.Split(':')
        .Where(folder => Path.IsPathFullyQualified(folder))
        .Concat(SystemFolders)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(file => File.Exists(file) && (!isRoot || (FileTrust.IsRootsAlone(Path.GetDirectoryName(file)!) && FileTrust.IsRootsAlone(file))));

    /// <inheritdoc/>
    public CommandResult Run(string name, IReadOnlyList<string> arguments, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (Find(name) is not { } file)
        {
            return new CommandResult(null, "", $"there is no {name} on this machine") { WasFound = false };
        }

        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["LC_ALL"] = "C";
        try
        {
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> error = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(limit))
            {
                process.Kill();
                return new CommandResult(null, "", string.Create(CultureInfo.InvariantCulture, $"it was not done within {limit.TotalSeconds:0.#} s"));
            }

            // What it started may have its pipes still.
            Task.WaitAll([output, error], TimeSpan.FromSeconds(1));
            return new CommandResult(process.ExitCode, output.IsCompletedSuccessfully ? output.Result.Trim() : "", error.IsCompletedSuccessfully ? error.Result.Trim() : "");
        }
        catch (Win32Exception refused)
        {
            return new CommandResult(null, "", $"{file} cannot be run: {refused.Message}");
        }
    }
}
