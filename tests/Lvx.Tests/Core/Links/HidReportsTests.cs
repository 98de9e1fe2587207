using Lvx.Core.Links;
using Lvx.Core.Links.Hidraw;

namespace Lvx.Tests.Core.Links;

public sealed class HidReportsTests
{
    // ^P006AFT: its checksum is 00 76, so that in the bare form the second report begins with a 00 that the kernel eats.
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

        Assert.Equal(8, HidReports.Fill(report, Aft, 1, HidReportForm.Bare));
        Assert.Equal(new byte[] { 0x00, 0x76, 0x0D, 0, 0, 0, 0, 0 }, report[..8]);
    }
}
