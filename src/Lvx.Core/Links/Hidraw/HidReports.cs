namespace Lvx.Core.Links.Hidraw;

/// <summary>Cuts a request into the reports of the inverter's USB bridge: eight bytes each, the last one filled up with 00.</summary>
internal static class HidReports
{
    /// <summary>The bridge's report size.</summary>
    public const int PayloadLength = 8;

    /// <summary>How many reports <paramref name="length"/> bytes take.</summary>
    public static int Count(int length) => (length + PayloadLength - 1) / PayloadLength;

    /// <summary>Writes the <paramref name="index"/>th report of <paramref name="frame"/> in the form the node is given.</summary>
    /// <returns>The length to write: nine with the report number, eight without.</returns>
    public static int Fill(Span<byte> report, ReadOnlySpan<byte> frame, int index, HidReportForm form)
    {
        int head = form == HidReportForm.Numbered ? 1 : 0;
        report = report[..(head + PayloadLength)];
        report.Clear();
        ReadOnlySpan<byte> rest = frame[(index * PayloadLength)..];
        rest[..Math.Min(PayloadLength, rest.Length)].CopyTo(report[head..]);
        return report.Length;
    }
}
