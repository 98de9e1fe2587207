using System.Security.Cryptography;
using System.Text;

namespace Lvx.Cli.Installing;

/// <summary>The first line of every installed file: who wrote it, and a sum over the rest, so that a file that somebody changed is known from one that nobody did.</summary>
internal static class Seal
{
    private const string Beginning = "# Written by `lvx system install`, which replaces it while nobody changes it. sha256:";

    public static string Put(string text) => $"{Beginning}{Sum(text)}\n{text}";

    public static SealState Judge(string content)
    {
        int end = content.IndexOf('\n', StringComparison.Ordinal);
        string first = end < 0 ? content : content[..end];
        return !first.StartsWith(Beginning, StringComparison.Ordinal) ? SealState.Foreign
            : end >= 0 && first[Beginning.Length..] == Sum(content[(end + 1)..]) ? SealState.Whole
            : SealState.Changed;
    }

    private static string Sum(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
