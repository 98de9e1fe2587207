using Lvx.Core.Operations;

namespace Lvx.Cli.Output;

/// <summary>Ports side by side, and below them what is wrong with which.</summary>
internal static class DeviceTable
{
    private const string Indent = "  ";

    public static void Write(TextWriter output, int width, IReadOnlyList<LvxDevice> devices)
    {
        ColumnRow[] rows =
        [
            Row("Device", device => device.Device, wraps: true),
            Row("Kind", device => device.Kind),
            Row("Links", device => device.Links, wraps: true),
            Row("USB port", device => device.UsbPath),
            Row("PI18", device => device.Answers is null ? "not asked" : device.Answers == true ? "answers" : "no"),
            Row("Serial", device => device.SerialNumber),
            Row("Firmware", device => device.MainFirmware),
            Row("Instance", device => device.ParallelInstance),
            Row("Held by", device => Holders(device), wraps: true),
        ];
        Columns.Write(output, width, [.. devices.Select(device => Shown.Value(device.Name))], rows);
        foreach (LvxDevice device in devices.Where(device => device.Problem is not null))
        {
            output.WriteLine();
            foreach (string? text in (string?[])[$"{Shown.Value(device.Name)}: {device.Problem}", device.NextStep])
            {
                foreach (string line in Columns.Wrap(Lvx.Core.Recording.FrameText.EscapeSentence(text ?? ""), width - Indent.Length).Where(line => line.Length > 0))
                {
                    output.WriteLine(line);
                }
            }
        }

        ColumnRow Row(string label, Func<LvxDevice, object?> value, bool wraps = false) => new(label, [.. devices.Select(device => Shown.Value(value(device)))], wraps);
    }

    private static string? Holders(LvxDevice device) => device.Holders.Count > 0 ? string.Join(", ", device.Holders)
        : device.HoldersKnown switch { true => "nobody", false => "nobody that this user can see (only root sees all)", null => null };
}
