namespace Lvx.Yaml.Documents;

/// <summary>What somebody who made a typing error may have meant.</summary>
internal static class Nearest
{
    /// <summary>The word that is closest to <paramref name="text"/>; null when none is close.</summary>
    public static string? To(string text, IEnumerable<string> words)
    {
        string simple = Simple(text);
        int most = Math.Min(3, simple.Length / 2);
        return simple.Length > 64
            ? null
            : words.Select(word => (Word: word, Distance: Distance(simple, Simple(word)))).Where(near => near.Distance <= most).OrderBy(near => near.Distance).FirstOrDefault().Word;
    }

    private static string Simple(string text) => new([.. text.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);

    // Levenshtein's: how many letters are to be put in, left out or changed.
    private static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
