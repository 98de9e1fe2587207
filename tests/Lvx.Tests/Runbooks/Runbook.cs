using System.Globalization;
using System.Text.RegularExpressions;

namespace Lvx.Tests.Runbooks;

/// <summary>The commands that stand in a runbook, as written, with the exit code that each says it may have.</summary>
internal static partial class Runbook
{
    public static string Folder => Path.Combine(RepositoryRoot.Path, "docs", "runbooks");

    public static IEnumerable<string> Files => Directory.GetFiles(Folder, "*.md").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>Each line of the blocks of a language; a line that ends in a backtick or a backslash goes on in the next.</summary>
    public static IReadOnlyList<string> Commands(string file, string language) =>
    [
        .. Blocks().Matches(File.ReadAllText(Path.Combine(Folder, file)))
            .Where(block => block.Groups["language"].Value == language)
            .SelectMany(block => block.Groups["text"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
    ];

    /// <summary>The exit code that a command's comment names beside 0.</summary>
    public static int? OtherExitCode(string command) =>
        ExitCode().Match(command) is { Success: true } match ? int.Parse(match.Groups["code"].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^```(?<language>sh|powershell)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"# .*exit code (?<code>\d+)")]
    private static partial Regex ExitCode();
}
