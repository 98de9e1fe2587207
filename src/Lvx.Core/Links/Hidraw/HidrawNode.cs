using System.Globalization;
using System.Runtime.InteropServices;
using Lvx.Core.Links.Native;

namespace Lvx.Core.Links.Hidraw;

/// <summary>What the system says of hidraw nodes.</summary>
internal static unsafe class HidrawNode
{
    /// <summary>The ids of the inverter's USB bridge. Many UPSes share them, so only the PI answer proves a PI18 unit; but nothing is ever sent to other ids.</summary>
    public const ushort Vendor = 0x0665;
    public const ushort Product = 0x5161;

    private const string SysClass = "/sys/class/hidraw";

    public static bool IsHidraw(string node) =>
        node.StartsWith("/dev/hidraw", StringComparison.Ordinal) && Directory.Exists(Path.Combine(SysClass, Path.GetFileName(node)));

    /// <summary>Refuses a node of any other USB device. The open node is asked, not a name that may have changed hands.</summary>
    public static void RequireInverter(SafeHandle handle, string device)
    {
        Libc.HidrawDevInfo info;
        if (Libc.Ioctl(handle, Libc.HidIocGRawInfo, &info) != 0)
        {
            throw LvxErrors.Lost(device, Marshal.GetLastPInvokeErrorMessage());
        }

        if (info.Vendor != Vendor || info.Product != Product)
        {
            throw LvxErrors.NotANode(
                device, string.Create(CultureInfo.InvariantCulture, $"it belongs to the USB device {info.Vendor:x4}:{info.Product:x4}, which is no inverter's; nothing was sent to it."));
        }
    }

    /// <summary>The nodes of all inverters' USB bridges, by what sysfs says of them; no node is opened.</summary>
    public static IReadOnlyList<string> FindInverters(string sysClass = SysClass)
    {
        if (!Directory.Exists(sysClass))
        {
            return [];
        }

        return Directory.EnumerateFileSystemEntries(sysClass, "hidraw*")
            .Where(entry => HasInverterIds(Path.Combine(entry, "device", "uevent")))
            .Select(entry => Path.GetFileName(entry))
            .OrderBy(name => int.TryParse(name["hidraw".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : int.MaxValue)
            .Select(name => "/dev/" + name)
            .ToArray();
    }

    // HID_ID=0003:00000665:00005161, bus, vendor and product in hex.
    private static bool HasInverterIds(string uevent)
    {
        try
        {
            return File.ReadLines(uevent).Any(line =>
                line.StartsWith("HID_ID=", StringComparison.Ordinal)
                && line.Split(':') is [_, var vendor, var product]
                && uint.TryParse(vendor, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out uint vendorId)
                && uint.TryParse(product, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out uint productId)
                && vendorId == Vendor
                && productId == Product);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The device went while it was looked at: then it is no candidate.
            return false;
        }
    }
}
