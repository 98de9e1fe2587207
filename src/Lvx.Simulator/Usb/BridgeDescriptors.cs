using System.Text;

namespace Lvx.Simulator.Usb;

/// <summary>
/// What the inverter's USB bridge says of itself: a low-speed HID device 0665:5161 with one interrupt endpoint to the computer, none from it, reports of eight bytes without
/// numbers, and no serial number.
/// </summary>
internal static class BridgeDescriptors
{
    public const byte ReportLength = 8;

    /// <summary>How often the computer may ask for a report.</summary>
    public const byte PollMilliseconds = 10;

    private const byte DeviceKind = 1;
    private const byte ConfigurationKind = 2;
    private const byte StringKind = 3;
    private const byte HidKind = 0x21;
    private const byte ReportKind = 0x22;

    public static ReadOnlySpan<byte> Device =>
    [
        18, DeviceKind, 0x10, 0x01, 0, 0, 0, ReportLength,
        0x65, 0x06, 0x61, 0x51, 0x02, 0x00,
        1, 2, 0, 1,
    ];

    /// <summary>Eight bytes in, eight bytes out, of the maker's own kind.</summary>
    public static ReadOnlySpan<byte> Report =>
    [
        0x06, 0x00, 0xFF, 0x09, 0x01, 0xA1, 0x01,
        0x15, 0x00, 0x26, 0xFF, 0x00, 0x75, 0x08, 0x95, ReportLength, 0x09, 0x01, 0x81, 0x02,
        0x15, 0x00, 0x26, 0xFF, 0x00, 0x75, 0x08, 0x95, ReportLength, 0x09, 0x02, 0x91, 0x02,
        0xC0,
    ];

    public static ReadOnlySpan<byte> Configuration =>
    [
        9, ConfigurationKind, 34, 0, 1, 1, 0, 0x80, 50,
        9, 4, 0, 0, 1, 3, 0, 0, 0,
        9, HidKind, 0x10, 0x01, 0, 1, ReportKind, 34, 0,
        7, 5, 0x81, 3, ReportLength, 0, PollMilliseconds,
    ];

    /// <summary>The descriptor that is asked for.</summary>
    /// <param name="value">Its kind, and which of them.</param>
    /// <returns>Empty when there is none.</returns>
    public static ReadOnlySpan<byte> Find(ushort value) => ((byte)(value >> 8), (byte)value) switch
    {
        (DeviceKind, 0) => Device,
        (ConfigurationKind, 0) => Configuration,
        (ReportKind, 0) => Report,
        (HidKind, 0) => Configuration.Slice(18, 9),
        (StringKind, 0) => [4, StringKind, 0x09, 0x04],
        (StringKind, 1) => Text("INNO TECH"),
        (StringKind, 2) => Text("USB to Serial"),
        _ => [],
    };

    /// <summary>Whether it is the report descriptor, the last that a computer asks for before the node appears.</summary>
    public static bool IsReport(ushort value) => value >> 8 == ReportKind;

    private static byte[] Text(string text) => [(byte)(2 + (2 * text.Length)), StringKind, .. Encoding.Unicode.GetBytes(text)];
}
