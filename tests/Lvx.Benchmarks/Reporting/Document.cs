namespace Lvx.Benchmarks;

/// <summary>The document of figures: prose by hand, and sections between markers, written anew by each measurement.</summary>
internal static class Document
{
    public static string Path { get; } = System.IO.Path.Combine(Repository.Root, "docs", "performance.md");

    /// <summary>Puts <paramref name="text"/> between the markers of <paramref name="section"/>.</summary>
    public static void Write(string section, string text)
    {
        string begin = $"<!-- {section}: made by tests/Lvx.Benchmarks -->";
        string end = $"<!-- end of {section} -->";
        string document = File.ReadAllText(Path);
        int from = document.IndexOf(begin, StringComparison.Ordinal);
        int to = from < 0 ? -1 : document.IndexOf(end, from, StringComparison.Ordinal);
        if (to < 0)
        {
            throw new InvalidDataException($"docs/performance.md has no section between '{begin}' and '{end}'.");
        }

        File.WriteAllText(Path, $"{document[..(from + begin.Length)]}\n\n{text.Trim()}\n\n{document[to..]}");
    }
}
