using System.Text;
using Lvx.Core.Links;
using Lvx.Core.Links.Hidraw;
using Lvx.Pi18;

namespace Lvx.Tests.Core.Links;

public sealed class HidReportsTests
{
    // ^P006AFT: its checksum is 00 76, so that its second report begins with a 00, which the kernel would take for a number.
    private static readonly byte[] Aft = [.. "^P006AFT"u8, 0x00, 0x76, 0x0D];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(8, 1)]
    [InlineData(9, 2)]
    [InlineData(16, 2)]
    [InlineData(17, 3)]
    public void A_frame_takes_as_many_reports_as_it_has_eights(int length, int reports) => Assert.Equal(reports, HidReports.Count(length));

    [Fact]
    public void A_numbered_report_has_nine_bytes_the_first_being_00()
    {
        var report = new byte[9];

        Assert.Equal(9, HidReports.Fill(report, Aft, 0, HidReportForm.Numbered));
        Assert.Equal([0, .. "^P006AFT"u8], report);
        Assert.Equal(9, HidReports.Fill(report, Aft, 1, HidReportForm.Numbered));
        Assert.Equal(new byte[] { 0, 0x00, 0x76, 0x0D, 0, 0, 0, 0, 0 }, report);
    }

    [Fact]
    public void A_bare_report_has_eight_bytes()
    {
        var report = new byte[9];

        Assert.Equal(8, HidReports.Fill(report, Aft, 0, HidReportForm.Bare));
        Assert.Equal("^P006AFT"u8, report.AsSpan(0, 8));
    }

    [Fact]
    public void A_bare_report_that_begins_with_00_is_numbered_so_that_the_kernel_eats_the_number_and_not_the_byte()
    {
        var report = new byte[9];

        Assert.Equal(9, HidReports.Fill(report, Aft, 1, HidReportForm.Bare));
        Assert.Equal(new byte[] { 0, 0x00, 0x76, 0x0D, 0, 0, 0, 0, 0 }, report);
    }

    // The kernel's part (hid_hw_output_report and usbhid_set_raw_report): what is left of a write when a leading 00 is stripped. BUCD490,530 and ED20260207 are genuine.
    [Theory]
    [InlineData("^S014BUCD490,530", HidReportForm.Bare)]
    [InlineData("^S014BUCD490,530", HidReportForm.Numbered)]
    [InlineData("^P013ED20260207", HidReportForm.Bare)]
    [InlineData("^P013ED20260207", HidReportForm.Numbered)]
    [InlineData("^P006AFT", HidReportForm.Bare)]
    public void All_bytes_reach_the_unit_where_the_checksum_has_a_00_at_the_start_of_a_report(string head, HidReportForm form)
    {
        byte[] frame = FrameWriter.Encode(head[1] == 'S' ? FrameKind.Setter : FrameKind.Query, head[5..]);
        Assert.Equal(head, Encoding.ASCII.GetString(frame.AsSpan(0, head.Length)));
        Assert.Contains(Enumerable.Range(0, frame.Length), at => at % 8 == 0 && frame[at] == 0);

        var reached = new List<byte>();
        for (int index = 0; index < HidReports.Count(frame.Length); index++)
        {
            var report = new byte[9];
            Span<byte> written = report.AsSpan(0, HidReports.Fill(report, frame, index, form));
            reached.AddRange(written[0] == 0 ? written[1..] : written);
        }

        Assert.Equal(frame, reached[..frame.Length]);
    }
}
