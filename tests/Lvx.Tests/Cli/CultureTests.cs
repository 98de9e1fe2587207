using System.Globalization;
using System.Text.RegularExpressions;

namespace Lvx.Tests.Cli;

public sealed partial class CultureTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Every_output_is_the_same_under_another_culture(string culture)
    {
        string[][] lines = [["status"], ["status", "--json"], ["query", "piri"], ["query", "piri", "--json"], ["query", "mchgcr"], ["energy", "--sum"], ["energy", "--sum", "--csv"]];
        foreach (string[] line in lines)
        {
            string[] args = [.. line, "--device", "SIM:pair", "--timeout", "2.5"];
            Ran plain = Ran.Lvx(args);
            CultureInfo before = CultureInfo.CurrentCulture;
            try
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal("1,5", 1.5.ToString(CultureInfo.CurrentCulture));
                Assert.Equal(Timestamp().Replace(plain.Output, "T"), Timestamp().Replace(Ran.Lvx(args).Output, "T"));
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }

            Assert.Equal(0, plain.ExitCode);
        }
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void What_is_installed_is_the_same_under_another_culture(string culture)
    {
        using var plain = new Installing.InstalledSystem();
        using var other = new Installing.InstalledSystem();
        plain.Install();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            other.Install();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal(10, plain.Files.Length);
        Assert.Equal(plain.Files, other.Files);
        Assert.All(plain.Files, file => Assert.Equal(File.ReadAllText(plain[file]), File.ReadAllText(other[file])));
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?Z")]
    private static partial Regex Timestamp();
}
