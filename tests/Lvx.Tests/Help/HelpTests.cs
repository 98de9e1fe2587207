using System.Globalization;
using Lvx.Core.Operations;
using Lvx.Help;
using Lvx.Help.Cmdlets;
using Lvx.Help.Pages;

namespace Lvx.Tests.Help;

/// <summary>Code, pages and the help that Get-Help reads say the same.</summary>
public sealed class HelpTests
{
    private static readonly string Status = HelpFolder.PageOf("Get-LvxStatus");

    [Fact]
    public void The_help_of_this_repository_is_of_this_code()
    {
        var made = HelpSet.Make(RepositoryRoot.Path);
        Assert.Empty(made.Problems);
        Assert.Empty(made.Stale());
    }

    [Fact]
    public void There_is_a_page_for_each_cmdlet_that_the_manifest_exports()
    {
        string manifest = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "module", "LvxPS.psd1"));
        string[] pages = [.. Directory.GetFiles(Path.Combine(RepositoryRoot.Path, HelpSet.PageFolder)).Select(file => Path.GetFileNameWithoutExtension(file))];
        Assert.Equal(19, pages.Length);
        Assert.All(pages, page => Assert.Contains($"'{page}'", manifest, StringComparison.Ordinal));
    }

    public static TheoryData<string, string, string> Broken => new()
    {
        { "### -Interval\n", "### -Intervall\n", "-Interval has no section" },
        { "### -Interval\n", "### -Intervall\n", "-Intervall is no parameter of the cmdlet" },
        { "### -Count\n", "### -Interval\n", "-Interval has more than one section" },
        { "Default value: 3\n", "Default value: 4\n", "-TimeoutSeconds has not the default 4, but 3" },
        { "Default value: Numbered\n", "Default value: Bare\n", "-HidReportForm has not the default Bare" },
        { "0.01 to 86400 s", "0.1 to 86400 s", "-Interval does not say that 0.01 is a bound" },
        { "Aliases: DevicePath\n", "Aliases: Path\n", "\"Aliases: Path\", and should be \"Aliases: DevicePath\"" },
        { "Type: string[]\n", "Type: string\n", "\"Type: string\", and should be \"Type: string[]\"" },
        { "[[-Device] <string[]>]", "[-Device] <string[]>", "should be \"Get-LvxStatus [[-Device] <string[]>]" },
        { "Only questions are sent.", "{{ Fill this in }}", "DESCRIPTION has a gap to be filled in" },
        { "## NOTES\n", "## REMARKS\n", "has a section that no page has: REMARKS" },
        { "### Lvx.Core.Operations.LvxStatus\n", "### System.String\n", "OUTPUTS are not Lvx.Core.Operations.LvxStatus" },
        { "### System.String[]\n", "### System.Int32\n", "INPUTS are not System.String[]" },
        { "```powershell\nGet-LvxStatus\n```\n", "", "is not a block of powershell" },
        { "```powershell\nGet-LvxStatus\n", "```powershell\nGet-LvxStatus # and a comment that makes this line longer than a terminal of 80 columns\n", "a line of an example is longer than 76 columns" },
        { "Default value: 3\n", "Default value: 3 unless the site file says something quite different\n", "-TimeoutSeconds has a default of more than 42 columns" },
        { "# Get-LvxStatus\n", "# Get-LvxState\n", "is of Get-LvxState" },
        { "## EXAMPLES\n", "## EXAMPLES\n\nThese.\n", "EXAMPLES: text that belongs to nothing: These." },
        { "Reads the state of inverters", "Reads how inverters are", "LvxPS.dll-Help.xml: line" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_wrong_on_a_page_is_told(string old, string changed, string told)
    {
        using var folder = new HelpFolder();
        Assert.Empty(folder.Complaints());
        folder.Replace(Status, old, changed);
        Assert.Contains(folder.Complaints(), problem => problem.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public void Fewer_than_three_examples_are_too_few()
    {
        using var folder = new HelpFolder();
        string file = Path.Combine(folder.Root, Status);
        string text = File.ReadAllText(file);
        int third = text.IndexOf("### Example 3", StringComparison.Ordinal);
        File.WriteAllText(file, text[..third] + text[text.IndexOf("## PARAMETERS", StringComparison.Ordinal)..]);
        Assert.Contains($"{Status}: has 2 examples, and 3 are the least", folder.Complaints());
    }

    [Theory]
    [InlineData("`pwsh -NonInteractive`", "-NonInteractive")]
    [InlineData("`-WhatIf` shows the changes", "-WhatIf")]
    public void What_a_cmdlet_that_writes_must_say_of_itself_is_missed(string said, string word)
    {
        using var folder = new HelpFolder();
        string page = HelpFolder.PageOf("Set-LvxClock");
        folder.Replace(page, said, "That");
        Assert.Contains($"{page}: NOTES of a cmdlet that writes to units do not tell of {word}", folder.Complaints());
    }

    [Fact]
    public void An_alias_that_is_not_named_is_missed()
    {
        using var folder = new HelpFolder();
        string page = HelpFolder.PageOf("Get-LvxSettings");
        folder.Replace(page, "Alias: Get-LvxSetting.", "No alias.");
        Assert.Contains($"{page}: NOTES do not name the alias Get-LvxSetting", folder.Complaints());
    }

    [Fact]
    public void A_page_too_few_and_a_page_too_many_are_told()
    {
        using var folder = new HelpFolder();
        File.Move(Path.Combine(folder.Root, Status), Path.Combine(folder.Root, HelpFolder.PageOf("Get-LvxState")));
        IReadOnlyList<string> told = folder.Complaints();
        Assert.Contains($"{Status}: is not there", told);
        Assert.Contains("docs/en-US/Get-LvxState.md: there is no such cmdlet", told);
    }

    [Fact]
    public void Help_for_get_help_that_is_old_or_missing_is_told()
    {
        using var folder = new HelpFolder();
        folder.Replace(HelpSet.MamlPath, "<dev:defaultValue>3</dev:defaultValue>", "<dev:defaultValue>2</dev:defaultValue>");
        Assert.Contains("should be \"<dev:defaultValue>3</dev:defaultValue>\"", Assert.Single(folder.Complaints()), StringComparison.Ordinal);
        File.Delete(Path.Combine(folder.Root, HelpSet.MamlPath));
        Assert.StartsWith($"{HelpSet.MamlPath}: line 1 ", Assert.Single(folder.Complaints()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_broken_in_the_parts_of_the_code_is_mended_by_writing()
    {
        using var folder = new HelpFolder();
        folder.Replace(Status, "Aliases: DevicePath\n", "Aliases: Path\n");
        File.Delete(Path.Combine(folder.Root, HelpSet.MamlPath));
        Assert.Equal([Status, HelpSet.MamlPath], HelpSet.Make(folder.Root).Write());
        Assert.Empty(folder.Complaints());
        Assert.Empty(HelpSet.Make(folder.Root).Write());
    }

    public static TheoryData<string> Changes => ["type", "alias", "default", "position", "mandatory", "pipeline", "wildcards", "new parameter", "no parameter", "output", "alias of the cmdlet", "range", "new cmdlet"];

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_of_the_code_alone_is_told(string change)
    {
        IReadOnlyList<CmdletFacts> cmdlets = CmdletReader.Cmdlets();
        CmdletFacts status = cmdlets.Single(cmdlet => cmdlet.Name == "Get-LvxStatus");
        ParameterFacts device = status.Parameters.Single(parameter => parameter.Name == "Device");
        ParameterFacts timeout = status.Parameters.Single(parameter => parameter.Name == "TimeoutSeconds");
        ParameterInSet place = device.Sets[0];
        CmdletFacts With(ParameterFacts old, ParameterFacts changed) => status with { Parameters = [.. status.Parameters.Select(parameter => parameter == old ? changed : parameter)] };
        CmdletFacts changed = change switch
        {
            "type" => With(timeout, timeout with { TypeName = "decimal" }),
            "alias" => With(device, device with { Aliases = ["Port"] }),
            "default" => With(timeout, timeout with { Default = "5" }),
            "position" => With(device, device with { Sets = [place with { Position = null }] }),
            "mandatory" => With(device, device with { Sets = [place with { IsMandatory = true }] }),
            "pipeline" => With(device, device with { Sets = [place with { TakesProperty = false }] }),
            "wildcards" => With(device, device with { AllowsWildcards = false }),
            "new parameter" => status with { Parameters = [.. status.Parameters, timeout with { Name = "Patience" }] },
            "no parameter" => status with { Parameters = [.. status.Parameters.Where(parameter => parameter != timeout)] },
            "output" => status with { Outputs = ["System.String"] },
            "alias of the cmdlet" => status with { Aliases = ["lvxs"] },
            "range" => With(timeout, timeout with { Range = ("0.05", "900") }),
            _ => status with { Noun = "LvxNews" },
        };
        Assert.False(IsRight([.. cmdlets.Select(cmdlet => cmdlet == status ? changed : cmdlet)]));
        Assert.True(IsRight(cmdlets));
    }

    [Fact]
    public void Tolerances_are_those_of_the_product()
    {
        var usual = new SyncTolerances();
        CmdletPage page = Page("Test-LvxParallelSync");
        foreach ((string name, decimal value) in (ReadOnlySpan<(string, decimal)>)[
            ("BatteryVoltage", usual.BatteryVoltage), ("ChargeCurrent", usual.ChargeCurrent), ("OutputVoltage", usual.OutputVoltage), ("OutputFrequency", usual.OutputFrequency)])
        {
            string said = page.Parameter($"{name}Tolerance")!.Default!;
            Assert.Equal(value, decimal.Parse(said.Split(',')[0], CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void What_all_cmdlets_share_is_told_in_the_same_words()
    {
        CmdletPage[] pages = [.. CmdletReader.Cmdlets().Select(cmdlet => Page(cmdlet.Name))];
        foreach (string name in (string[])["SerialNumber", "TimeoutSeconds", "TranscriptPath", "HidReportForm", "HidReportGapMilliseconds", "NoRollback", "ParallelId", "BatteryVoltageTolerance"])
        {
            string[] texts = [.. pages.Where(page => page.Name != "Get-LvxJournal").Select(page => page.Parameter(name)?.Text).OfType<string>()];
            Assert.True(texts.Length > 1);
            Assert.Single(texts.Distinct());
        }
    }

    [Fact]
    public async Task The_program_ends_with_1_where_something_disagrees()
    {
        using var folder = new HelpFolder();
        Assert.Equal((0, ""), await RunAsync("--check", "--root", folder.Root));
        folder.Replace(Status, "Aliases: DevicePath\n", "Aliases: Path\n");
        (int? exitCode, string error) = await RunAsync("--check", "--root", folder.Root);
        Assert.Equal(1, exitCode);
        Assert.Contains(Status, error, StringComparison.Ordinal);
        Assert.Equal((0, ""), await RunAsync("--root", folder.Root));
        Assert.Equal((0, ""), await RunAsync("--check", "--root", folder.Root));
        Assert.Equal(2, (await RunAsync("--chek")).ExitCode);
    }

    private static bool IsRight(IReadOnlyList<CmdletFacts> cmdlets)
    {
        var made = HelpSet.Make(RepositoryRoot.Path, cmdlets);
        return made.IsSound && !made.Stale().Any();
    }

    private static CmdletPage Page(string cmdlet)
    {
        var problems = new List<string>();
        CmdletPage page = PageReader.Read(File.ReadAllText(Path.Combine(RepositoryRoot.Path, HelpFolder.PageOf(cmdlet))), problems);
        Assert.Empty(problems);
        return page;
    }

    private static async Task<(int? ExitCode, string Error)> RunAsync(params string[] arguments)
    {
        (int? exitCode, _, string error) = await Child.RunAsync(
            Child.Command(Child.Dotnet, [Path.Combine(AppContext.BaseDirectory, "Lvx.Help.dll"), .. arguments]), TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        return (exitCode, error);
    }
}
