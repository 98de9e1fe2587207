using Lvx.Help;
using Lvx.Tests.Core.Files;

namespace Lvx.Tests.Help;

/// <summary>A copy of the help of this repository, in which something can be broken.</summary>
internal sealed class HelpFolder : IDisposable
{
    private readonly TempFolder folder = new();

    public HelpFolder()
    {
        foreach (string path in (string[])[HelpSet.PageFolder, Path.GetDirectoryName(HelpSet.MamlPath)!])
        {
            Directory.CreateDirectory(Path.Combine(Root, path));
            foreach (string file in Directory.GetFiles(Path.Combine(RepositoryRoot.Path, path)))
            {
                File.Copy(file, Path.Combine(Root, path, Path.GetFileName(file)));
            }
        }
    }

    public string Root => folder.Path;

    public static string PageOf(string cmdlet) => $"{HelpSet.PageFolder}/{cmdlet}.md";

    /// <summary>Puts one text in place of another in a file; it must be there.</summary>
    public void Replace(string path, string old, string changed)
    {
        string file = Path.Combine(Root, path);
        string text = File.ReadAllText(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        int at = text.IndexOf(old, StringComparison.Ordinal);
        File.WriteAllText(file, text[..at] + changed + text[(at + old.Length)..]);
    }

    /// <summary>Everything that the check says.</summary>
    public IReadOnlyList<string> Complaints()
    {
        var made = HelpSet.Make(Root);
        return [.. made.Problems, .. made.Stale()];
    }

    public void Dispose() => folder.Dispose();
}
