using System.Globalization;
using Lvx.Core.Recording;

namespace Lvx.Core.Links;

/// <summary>
/// Who else has a port open, as far as this user may see it. A hidraw node gives every reader every report, so that two programs read each other's answers, and none of them needs a lock for it.
/// </summary>
/// <param name="Holders">The processes, this one left out.</param>
/// <param name="IsWhole">Whether every process could be looked at; other users' can be by root alone.</param>
public sealed record PortHolders(IReadOnlyList<PortHolder> Holders, bool IsWhole)
{
    private const string Proc = "/proc";

    /// <summary>Looks for them.</summary>
    /// <param name="node">The node itself, no symlink to it.</param>
    public static PortHolders Find(string node) => Find(node, Proc, Environment.ProcessId);

    internal static PortHolders Find(string node, string proc, int self)
    {
        var holders = new List<PortHolder>();
        bool whole = true;
        foreach (string folder in Directory.EnumerateDirectories(proc))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int pid) || pid == self)
            {
                continue;
            }

            try
            {
                if (Holds(folder, node))
                {
                    holders.Add(new PortHolder(pid, NameOf(folder, pid), ServiceOf(folder)));
                }
            }
            catch (UnauthorizedAccessException)
            {
                whole = false;
            }
            catch (IOException)
            {
                // It ended while it was looked at.
            }
        }

        return new PortHolders([.. holders.OrderBy(holder => holder.Pid)], whole);
    }

    private static bool Holds(string folder, string node)
    {
        foreach (FileSystemInfo open in new DirectoryInfo(Path.Combine(folder, "fd")).EnumerateFileSystemInfos())
        {
            try
            {
                if (open.LinkTarget == node)
                {
                    return true;
                }
            }
            catch (IOException)
            {
                // It was closed while it was looked at.
            }
        }

        return false;
    }

    private static string NameOf(string folder, int pid)
    {
        try
        {
            return FrameText.Escape(File.ReadAllText(Path.Combine(folder, "comm")).Trim());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return string.Create(CultureInfo.InvariantCulture, $"process {pid}");
        }
    }

    // 0::/system.slice/powermon.service
    private static string? ServiceOf(string folder)
    {
        try
        {
            return File.ReadLines(Path.Combine(folder, "cgroup"))
                .Where(line => line.StartsWith("0::", StringComparison.Ordinal))
                .SelectMany(line => line[3..].Split('/'))
                .LastOrDefault(part => part.EndsWith(".service", StringComparison.Ordinal)) is { } service
                ? FrameText.Escape(service)
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
