using System.Management.Automation;
using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using LvxPS.Hosting;

namespace LvxPS.Completion;

/// <summary>Completion results. What cannot be looked up is not offered: a file that is broken is an error where it counts, and not while somebody types.</summary>
internal static class Completions
{
    public const string True = "$true";
    public const string False = "$false";

    /// <summary>The words that begin as typed, each with a hint, in quotes where it needs them.</summary>
    public static IEnumerable<CompletionResult> Of(string? typed, Func<IEnumerable<(string Word, string Hint)>> find)
    {
        string prefix = (typed ?? "").Trim('\'', '"');
        return
        [
            .. Known(find, [])
                .Where(found => found.Word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                .DistinctBy(found => found.Word, StringComparer.Ordinal)
                .Select(found => new CompletionResult(found.Word is True or False ? found.Word : CommandText.ForPowerShell(found.Word), found.Word, CompletionResultType.ParameterValue, found.Hint)),
        ];
    }

    /// <summary>The site; null when there is none, or none that is sound.</summary>
    public static LvxSite? Site() => Known(YamlFiles.Site, null);

    private static T Known<T>(Func<T> find, T otherwise)
    {
        try
        {
            return find();
        }
        catch (Exception error) when (error is LvxException or IOException or UnauthorizedAccessException or ArgumentException or System.Security.SecurityException)
        {
            return otherwise;
        }
    }
}
