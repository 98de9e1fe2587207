namespace Lvx.Core.Links.Hidraw;

/// <summary>Cuts a request into the reports of the inverter's USB bridge: eight bytes each, the last one filled up with 00.</summary>
internal static class HidReports
{
    /// <summary>The bridge's report size.</summary>
    public const int PayloadLength = 8;

    /// <summary>How many reports <paramref name="length"/> bytes take.</summary>
    public static int Count(int length) => (length + PayloadLength - 1) / PayloadLength;

    /// <summary>Writes the <paramref name="index"/>th report of <paramref name="frame"/> in the form the node is given.</summary>
    /// <returns>The length to write: nine with the report number, eight without. Also in the bare form, a report that begins with 00 gets one.</returns>
    public static int Fill(Span<byte> report, ReadOnlySpan<byte> frame, int index, HidReportForm form)
    {
        ReadOnlySpan<byte> rest = frame[(index * PayloadLength)..];

        // The kernel takes a leading 00 for a report number, and strips it: in front of one that is meant for the unit, it gets another.
        int head = form == HidReportForm.Numbered || rest[0] == 0 ? 1 : 0;
        report = report[..(head + PayloadLength)];
        report.Clear();
        rest[..Math.Min(PayloadLength, rest.Length)].CopyTo(report[head..]);
        return report.Length;
    }
}
