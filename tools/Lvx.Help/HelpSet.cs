using Lvx.Help.Cmdlets;
using Lvx.Help.Pages;

namespace Lvx.Help;

/// <summary>All help of the module, as it is to be: pages and the file that Get-Help reads, by their paths; and what is wrong with what was written by hand.</summary>
internal sealed class HelpSet
{
    /// <summary>Where the help that Get-Help reads is.</summary>
    public const string MamlPath = "module/en-US/LvxPS.dll-Help.xml";

    /// <summary>Where the pages are.</summary>
    public const string PageFolder = "docs/en-US";

    private readonly string root;
    private readonly Dictionary<string, string> files = [];
    private readonly List<string> problems = [];

    private HelpSet(string root) => this.root = root;

    /// <summary>What is wrong with what was written by hand; nothing is written before it is right.</summary>
    public IReadOnlyList<string> Problems => problems;

    public bool IsSound => problems.Count == 0;

    /// <summary>Reads the pages of a repository.</summary>
    public static HelpSet Make(string root) => Make(root, CmdletReader.Cmdlets());

    /// <summary>The same, for cmdlets that are such.</summary>
    public static HelpSet Make(string root, IReadOnlyList<CmdletFacts> cmdlets)
    {
        var made = new HelpSet(root);
        var pages = new List<(CmdletFacts Cmdlet, CmdletPage Page)>();
        foreach (CmdletFacts cmdlet in cmdlets)
        {
            string path = PathOf(cmdlet.Name);
            string file = Path.Combine(root, path);
            if (!File.Exists(file))
            {
                made.problems.Add($"{path}: is not there");
                continue;
            }

            var wrong = new List<string>();
            CmdletPage page = PageReader.Read(File.ReadAllText(file), wrong);
            if (wrong.Count == 0)
            {
                wrong.AddRange(PageChecks.Problems(cmdlet, page));
            }

            made.problems.AddRange(wrong.Select(problem => $"{path}: {problem}"));
            made.files[path] = PageWriter.Write(cmdlet, page);
            pages.Add((cmdlet, page));
        }

        made.problems.AddRange(
            from file in Directory.Exists(Path.Combine(root, PageFolder)) ? Directory.GetFiles(Path.Combine(root, PageFolder)) : []
            let name = Path.GetFileNameWithoutExtension(file)
            where cmdlets.All(cmdlet => cmdlet.Name != name)
            select $"{PageFolder}/{Path.GetFileName(file)}: there is no such cmdlet");
        if (made.IsSound)
        {
            made.files[MamlPath] = MamlWriter.Write(pages);
        }

        return made;
    }

    /// <summary>What stands in the files and is not what the code and the pages say: the first line of each file where they part.</summary>
    public IEnumerable<string> Stale() =>
        from made in files
        let file = Path.Combine(root, made.Key)
        let text = File.Exists(file) ? File.ReadAllText(file) : ""
        where text != made.Value
        select $"{made.Key}: {Difference(text.Split('\n'), made.Value.Split('\n'))} (dotnet run --project tools/Lvx.Help mends it)";

    /// <summary>Writes what is not as it is to be; the paths of it.</summary>
    public IReadOnlyList<string> Write()
    {
        var written = new List<string>();
        foreach ((string path, string text) in files)
        {
            string file = Path.Combine(root, path);
            if (!File.Exists(file) || File.ReadAllText(file) != text)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, text);
                written.Add(path);
            }
        }

        return written;
    }

    private static string PathOf(string cmdlet) => $"{PageFolder}/{cmdlet}.md";

    private static string Difference(string[] has, string[] wanted)
    {
        int line = 0;
        while (line < has.Length && line < wanted.Length && has[line] == wanted[line])
        {
            line++;
        }

        return $"line {line + 1} is \"{has.ElementAtOrDefault(line)?.Trim()}\", and should be \"{wanted.ElementAtOrDefault(line)?.Trim()}\"";
    }
}
