using Lvx.Cli;
using Lvx.Tests.Core.Files;
using Lvx.Tests.Core.Operations.LinkResolving;
using Lvx.Yaml;

namespace Lvx.Tests.Cli;

public sealed class ResolveLinksTests : IDisposable
{
    private const string Site = "schema: lvxps-site/1\nunits:\n  - { name: lvx6048-1, serial: \"96132206100001\" }\n  - { name: lvx6048-2, serial: \"96132206100002\" }\n";

    private readonly TempFolder folder = new();
    private readonly FakeCensus census = new();

    public ResolveLinksTests()
    {
        Directory.CreateDirectory(folder["dev"]);
        Write(Site);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void All_units_linked_is_exit_code_0_and_a_line_for_each()
    {
        census.Plug("hidraw0", "96132206100001");
        census.Plug("hidraw1", "96132206100002");
        Ran ran = Resolve();
        Assert.Equal(ExitCode.Fine, ran.ExitCode);
        Assert.Equal("", ran.Output);
        Assert.Equal($"lvx: {folder["dev"]}/lvx6048-1 leads now to hidraw0: unit 96132206100001.", ran.ErrorLines[0]);
        Assert.Equal(2, ran.ErrorLines.Length);
    }

    [Fact]
    public void A_unit_that_is_not_there_is_exit_code_3_with_weights_for_the_journal()
    {
        census.Plug("hidraw1", "96132206100002");
        Ran ran = Resolve(journal: true);
        Assert.Equal(ExitCode.Device, ran.ExitCode);
        Assert.StartsWith("<4>lvx: ", ran.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("unit 96132206100001 was not found; there is 96132206100002 on hidraw1", ran.ErrorLines[0], StringComparison.Ordinal);
        Assert.StartsWith("<6>lvx: ", ran.ErrorLines[1], StringComparison.Ordinal);
        Assert.Equal("hidraw1", new FileInfo(Path.Combine(folder["dev"], "lvx6048-2")).LinkTarget);
    }

    [Theory]
    [InlineData("../etc/passwd")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData(".hidden")]
    [InlineData("a b")]
    [InlineData("-rf")]
    [InlineData("a\\u0000b")]
    public void A_site_file_with_a_hostile_name_is_exit_code_2(string name)
    {
        Write($"schema: lvxps-site/1\nunits:\n  - {{ name: \"{name}\", serial: \"96132206100001\" }}\n");
        Ran ran = Resolve(journal: true);
        Assert.Equal(ExitCode.Usage, ran.ExitCode);
        Assert.All(ran.ErrorLines, line => Assert.StartsWith("<3>lvx: ", line, StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["dev"]));
    }

    [Fact]
    public void A_name_that_is_taken_is_exit_code_4()
    {
        File.WriteAllText(Path.Combine(folder["dev"], "lvx6048-1"), "mine");
        Assert.Equal(ExitCode.Refused, Resolve().ExitCode);
    }

    [Fact]
    public void No_site_file_is_exit_code_2_and_one_without_units_on_usb_is_0()
    {
        Assert.Equal(ExitCode.Usage, Ran.Lvx("resolve-links", "--dev", folder["dev"]).ExitCode);
        Write("schema: lvxps-site/1\nunits:\n  - { name: a, serial: \"96132206100001\", link: \"tcp://10.0.0.1:1\" }\n");
        Assert.Equal(ExitCode.Fine, Resolve().ExitCode);
    }

    [Fact]
    public void Root_acts_on_no_site_file_that_another_could_have_written()
    {
        Assert.SkipUnless(Environment.UserName == "root", "only root does not trust");
        File.SetUnixFileMode(folder["site.yaml"], (UnixFileMode)0b110_110_100);
        Ran ran = Resolve();
        Assert.Equal(ExitCode.Usage, ran.ExitCode);
        Assert.Contains("root does not act on it, since others than its owner may write it", ran.Error, StringComparison.Ordinal);
        Assert.Contains($"chmod go-w {folder["site.yaml"]}", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Root_stops_no_service_by_a_site_file_that_another_could_have_written()
    {
        Assert.SkipUnless(Environment.UserName == "root", "only root does not trust");
        File.SetUnixFileMode(folder["site.yaml"], (UnixFileMode)0b110_100_110);
        Ran ran = Ran.In(around => around with { TrustedSite = () => SiteFile.ReadTrusted(folder["site.yaml"]) }, "maintenance", "--", "true");
        Assert.Equal(ExitCode.Usage, ran.ExitCode);
        Assert.Contains("root does not act on it, since others than its owner may write it", ran.Error, StringComparison.Ordinal);
    }

    private Ran Resolve(bool journal = false) => Ran.In(
        around => around with { TrustedSite = () => SiteFile.ReadTrusted(folder["site.yaml"]), Census = census, WritesToJournal = journal },
        "resolve-links", "--dev", folder["dev"], "--wait", "0.1");

    private void Write(string text) => File.WriteAllText(folder["site.yaml"], text);
}
