namespace Lvx.Core.Operations;

/// <summary>Text in lines, broken between words.</summary>
internal static class WordWrap
{
    public static IEnumerable<string> Break(string text, int width)
    {
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }

    /// <summary>The first lines; where there are more, the last of them says so.</summary>
    public static IReadOnlyList<string> Begin(string text, int width, int lines)
    {
        string[] all = [.. Break(text, width - 3)];
        return all.Length <= lines ? all : [.. all.Take(lines - 1), all[lines - 1] + " .."];
    }
}
