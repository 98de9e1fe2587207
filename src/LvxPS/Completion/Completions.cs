using System.Management.Automation;

namespace LvxPS.Completion;

/// <summary>Completion results for plain words.</summary>
internal static class Completions
{
    public static IEnumerable<CompletionResult> Of(string? typed, IEnumerable<string> words)
    {
        string prefix = (typed ?? "").Trim('\'', '"');
        return words
            .Where(word => word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .Select(word => new CompletionResult(word, word, CompletionResultType.ParameterValue, word));
    }
}
