using System.Management.Automation;
using Lvx.Core;

namespace LvxPS.Hosting;

/// <summary>Paths as people type them in PowerShell: relative to its location, on its drives, with or without wildcards; files only.</summary>
internal static class FilePaths
{
    private const string FileSystem = "FileSystem";

    /// <summary>The one file that <paramref name="path"/> names, to be read; wildcards are letters.</summary>
    /// <exception cref="LvxException">It is on a drive that has no files.</exception>
    public static string One(PSCmdlet cmdlet, string path) => Resolve(cmdlet, path, what => LvxErrors.NotReadable(path, $"{what}."));

    /// <summary>The one file or folder that <paramref name="path"/> names, to be written; wildcards are letters.</summary>
    /// <exception cref="LvxException">It is on a drive that has no files.</exception>
    public static string Target(PSCmdlet cmdlet, string path) => Resolve(cmdlet, path, what => LvxErrors.NotWritable(path, new IOException(what)));

    /// <summary>The files that <paramref name="pattern"/> matches.</summary>
    /// <exception cref="LvxException">There is none, or it is on a drive that has no files.</exception>
    public static IReadOnlyList<string> Matching(PSCmdlet cmdlet, string pattern)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(pattern))
        {
            // A backtick before a bracket makes it a letter.
            return [One(cmdlet, WildcardPattern.Unescape(pattern))];
        }

        try
        {
            System.Collections.ObjectModel.Collection<string> files = cmdlet.GetResolvedProviderPathFromPSPath(pattern, out ProviderInfo provider);
            return provider.Name != FileSystem ? throw LvxErrors.NotReadable(pattern, $"it is in {provider.Name}, which has no files.")
                : files.Count == 0 ? throw LvxErrors.NotReadable(pattern, "no file matches it.")
                : files;
        }
        catch (Exception error) when (error is System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or ItemNotFoundException)
        {
            throw LvxErrors.NotReadable(pattern, "no file matches it.");
        }
    }

    private static string Resolve(PSCmdlet cmdlet, string path, Func<string, LvxException> refused)
    {
        try
        {
            string file = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            return provider.Name == FileSystem ? file : throw refused($"it is in {provider.Name}, which has no files");
        }
        catch (Exception error) when (error is System.Management.Automation.DriveNotFoundException or ProviderNotFoundException)
        {
            throw refused("there is no such drive");
        }
    }
}
