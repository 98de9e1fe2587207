using System.Collections.ObjectModel;
using System.Globalization;

namespace Lvx.Core.Operations;

/// <summary>Values by name that keep their words where they become text, as in a CSV file.</summary>
/// <typeparam name="TValue">The type of its values.</typeparam>
/// <param name="entries">The values, in the order in which they are to stand.</param>
/// <param name="separator">What stands between two of them in text.</param>
internal sealed class TextTable<TValue>(IEnumerable<KeyValuePair<string, TValue>> entries, string separator = ", ")
    : ReadOnlyDictionary<string, TValue>(new OrderedDictionary<string, TValue>(entries, StringComparer.Ordinal))
{
    /// <inheritdoc/>
    public override string ToString() => string.Join(separator, this.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key} = {entry.Value}").TrimEnd()));
}
