using System.Text.RegularExpressions;

namespace Lvx.Core.Links.Hidraw;

/// <summary>On which USB port a node is, as the kernel counts ports: the one thing that stays when numbers change, as long as the cable does.</summary>
internal static partial class UsbPath
{
    /// <summary>The port, such as <c>1-1.2</c>; null when the node is not on USB, or is gone.</summary>
    /// <param name="node">The node.</param>
    /// <param name="sysClass">Where the system tells of classes of devices.</param>
    public static string? Of(string node, string sysClass = "/sys/class")
    {
        string name = Path.GetFileName(node);
        foreach (string kind in (string[])["hidraw", "tty"])
        {
            try
            {
                var device = new DirectoryInfo(Path.Combine(sysClass, kind, name));
                if (device.Exists && device.ResolveLinkTarget(returnFinalTarget: true) is { } real)
                {
                    return real.FullName.Split('/').LastOrDefault(part => Port().IsMatch(part));
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It went while it was looked at.
            }
        }

        return null;
    }

    [GeneratedRegex(@"^\d+-\d+(\.\d+)*\z")]
    private static partial Regex Port();
}
