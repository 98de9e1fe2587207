using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Lvx.Core.Operations;

namespace Lvx.Tests.PowerShell;

/// <summary>The tests in PowerShell, a file each, in a child process, against the module that this build staged.</summary>
/// <remarks>In several classes, since what is in one class runs one after the other.</remarks>
public sealed class PesterTests : PesterFiles
{
    public static TheoryData<string> Files => Share(0);

    [Theory]
    [MemberData(nameof(Files))]
    public Task Every_test_of_the_file_passes(string file) => RunAsync(file);

    [Fact]
    public void The_staged_module_is_of_this_build()
    {
        foreach (string assembly in (string[])["LvxPS.dll", "Lvx.Core.dll", "Lvx.Pi18.dll", "Lvx.Simulator.dll", "Dependencies/Lvx.Yaml.dll"])
        {
            Assert.True(
                File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, Path.GetFileName(assembly))).SequenceEqual(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(Manifest)!, assembly))),
                $"The staged {assembly} is of another build: run `dotnet build` with the configuration that is tested.");
        }
    }

    [Fact]
    public void No_file_is_left_out() =>
        Assert.Equal(Directory.GetFiles(Folder, "*.Tests.ps1").Length, ((TheoryData<string>[])[Files, MorePesterTests.Files, FurtherPesterTests.Files]).Sum(share => share.Count));
}

/// <summary>A second share of the tests in PowerShell.</summary>
public sealed class MorePesterTests : PesterFiles
{
    public static TheoryData<string> Files => Share(1);

    [Theory]
    [MemberData(nameof(Files))]
    public Task Every_test_of_the_file_passes(string file) => RunAsync(file);
}

/// <summary>A third share of the tests in PowerShell.</summary>
public sealed class FurtherPesterTests : PesterFiles
{
    public static TheoryData<string> Files => Share(2);

    [Theory]
    [MemberData(nameof(Files))]
    public Task Every_test_of_the_file_passes(string file) => RunAsync(file);
}

/// <summary>Runs files of tests in PowerShell.</summary>
public abstract partial class PesterFiles
{
    private const int Shares = 3;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(240);

    protected static string Folder => Path.Combine(RepositoryRoot.Path, "tests", "pester");

    protected static TheoryData<string> Share(int number) =>
        [.. Directory.GetFiles(Folder, "*.Tests.ps1").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).Where((_, index) => index % Shares == number)];

    protected static async Task RunAsync(string file)
    {
        string? whyNot = await PowerShellHost.WhyNotAsync();
        Assert.SkipWhen(whyNot is not null, whyNot ?? "");
        string results = Directory.CreateDirectory(Path.Combine(RepositoryRoot.Path, "TestResults")).FullName;

        (int? exitCode, string output, string error) = await Child.RunAsync(
            Command(Path.Combine(Folder, file), Path.Combine(results, Path.ChangeExtension(file, ".xml"))), Deadline, TestContext.Current.CancellationToken);

        Assert.True(exitCode is not null, $"Not done after {Deadline.TotalSeconds:0} s, and killed.\n{output}\n{error}");
        Match counts = Counts().Match(output);
        Assert.True(
            counts.Success && Count(counts, "passed") > 0 && Count(counts, "failed") == 0 && exitCode == 0,
            $"Exit code {exitCode}.\n{output}\n{error}");
    }

    internal static string Manifest => Path.Combine(
        RepositoryRoot.Path, "output", "LvxPS", typeof(LvxStatus).Assembly.GetName().Version!.ToString(3), "LvxPS.psd1");

    private static ProcessStartInfo Command(string file, string results)
    {
        ProcessStartInfo command = Child.Command(
            "pwsh", "-NoProfile", "-NonInteractive", "-File", Path.Combine(Folder, "Invoke-PesterFile.ps1"), "-Path", file, "-ResultPath", results);
        command.Environment["LVXPS_MODULE"] = Manifest;
        command.Environment["LVXPS_CLI"] = Child.LvxDll;
        command.Environment["NO_COLOR"] = "1";
        command.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        command.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        return command;
    }

    private static int Count(Match counts, string name) => int.Parse(counts.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^passed=(?<passed>\d+) failed=(?<failed>\d+)\s*\z", RegexOptions.Multiline)]
    private static partial Regex Counts();
}
