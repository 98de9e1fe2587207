using Lvx.Cli;
using Lvx.Tests.Core.Files;

namespace Lvx.Tests.Cli;

public sealed class ReportCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("sim:pair", ExitCode.Fine, "IN SYNC: 0 open defects")]
    [InlineData("sim:pair?set2=FaultCode:83", ExitCode.No, "NOT IN SYNC: 1 open defect")]
    [InlineData("sim:pair?misbehave2=silence", ExitCode.Device, "NOT ALL UNITS ANSWERED")]
    public void The_exit_code_says_what_stands_in_the_file_whose_name_is_shown(string device, int exitCode, string verdict)
    {
        foreach (string name in (string[])["r.html", "r.md"])
        {
            Ran ran = Report(name, device, "--site", "Hof Nord", "--timeout", "0.4");
            Assert.Equal((exitCode, folder[name] + "\n", ""), (ran.ExitCode, ran.Output, ran.Error));
            Assert.Contains(verdict, File.ReadAllText(folder[name]), StringComparison.Ordinal);
            Assert.Contains("Hof Nord", File.ReadAllText(folder[name]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_baseline_is_what_was_found()
    {
        Assert.Equal(0, Ran.Lvx("settings", "-d", "sim:pair", "--export", folder["before.yaml"]).ExitCode);
        Report("r.md", "sim:pair?set1=BulkVoltage:56.0", "--baseline", folder["before.yaml"]);
        Assert.Contains("| Bulk voltage | lvx6048-1 | 56.4 V | -- | 56.0 V |", File.ReadAllText(folder["r.md"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Serial_numbers_are_hidden_on_request()
    {
        Report("r.html", "sim:pair", "--redact");
        Assert.DoesNotContain("961322", File.ReadAllText(folder["r.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_there_stays_unless_forced_and_no_unit_is_asked()
    {
        File.WriteAllText(folder["r.md"], "mine");
        Report("r.md", "sim:pair", "--frames").Failed(ExitCode.Usage, "it is there already", "--force");
        Assert.Equal("mine", File.ReadAllText(folder["r.md"]));
        Assert.Equal(0, Report("r.md", "sim:pair", "--force").ExitCode);
        Assert.StartsWith("# Commissioning report", File.ReadAllText(folder["r.md"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("r.pdf", "ends in .html or .md")]
    [InlineData("no/such/folder/r.md", "cannot be written")]
    public void A_file_that_cannot_be_is_an_error_of_usage(string name, string what) => Report(name, "sim:pair").Failed(ExitCode.Usage, what, "Name");

    [Theory]
    [InlineData("--samples", "0", "--samples takes 1 to 1000 readings")]
    [InlineData("--interval", "-1", "--interval takes 0 to 3600 seconds")]
    [InlineData("--bank-ampere-hours", "0", "--bank-ampere-hours takes 1 to")]
    [InlineData("--battery-voltage-tolerance", "-1", "--battery-voltage-tolerance takes 0 to")]
    public void A_number_out_of_range_is_refused(string option, string value, string what) =>
        Ran.Lvx("report", "-d", "sim:pair", "-o", folder["r.md"], option, value).Failed(ExitCode.Usage, what, "lvx report --help");

    [Fact]
    public void Without_a_file_it_is_not_understood() => Ran.Lvx("report", "-d", "sim:pair").Failed(ExitCode.Usage, "--output", "lvx report --help");

    private Ran Report(string name, string device, params string[] more) =>
        Ran.Changing(folder.Path, null, ["report", "-d", device, "-o", folder[name], "-n", "2", "-i", "0", .. more]);
}
