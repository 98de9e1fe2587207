using Lvx.Core.Links;
using Lvx.Core.Links.Hidraw;
using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>What the system says of a port, without opening it.</summary>
internal static class PortFacts
{
    // Where links to ports are: those of the resolver and of udev's rules, and udev's own for serial ports.
    private static readonly string[] LinkFolders = ["/dev", "/dev/serial/by-id", "/dev/serial/by-path"];

    public static LvxDevice Of(UnitPort port)
    {
        string? node = NodeOf(port.Device);
        var device = new LvxDevice(port.Device, port.Name, KindOf(port.Device, node));
        if (node is null)
        {
            return device;
        }

        PortHolders holders = PortHolders.Find(node);
        device.Node = node;
        device.Links = new TextList<string>(LinksTo(node, LinkFolders));
        device.UsbPath = UsbPath.Of(node);
        device.Holders = new TextList<PortHolder>(holders.Holders);
        device.HoldersKnown = holders.IsWhole;
        return device;
    }

    /// <summary>The symbolic links in <paramref name="folders"/> that lead to <paramref name="node"/>.</summary>
    internal static IEnumerable<string> LinksTo(string node, IEnumerable<string> folders)
    {
        var links = new List<string>();
        foreach (string folder in folders.Where(Directory.Exists))
        {
            try
            {
                links.AddRange(new DirectoryInfo(folder).EnumerateFileSystemInfos()
                    .Where(entry => entry.LinkTarget is { } target && Path.GetFullPath(target, folder) == node)
                    .Select(entry => entry.FullName));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // What cannot be looked at has no links that are known.
            }
        }

        return links.Order(StringComparer.Ordinal);
    }

    private static string? NodeOf(string device)
    {
        if (!device.StartsWith('/'))
        {
            return null;
        }

        try
        {
            return new FileInfo(device).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(device);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string KindOf(string device, string? node) => node is not null ? (HidrawNode.IsHidraw(node) ? "Hid" : "Serial")
        // A node that is not there is known by its name.
        : device.StartsWith('/') ? (Path.GetFileName(new FileInfo(device).LinkTarget ?? device).StartsWith("hidraw", StringComparison.Ordinal) ? "Hid" : "Serial")
        : device.StartsWith(HidLinkKind.Scheme, StringComparison.OrdinalIgnoreCase) ? "Hid"
        : device.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase) ? "Tcp"
        : device.StartsWith("replay:", StringComparison.OrdinalIgnoreCase) ? "Replay"
        : "Simulated";
}
