using System.Collections.ObjectModel;

namespace Lvx.Core.Operations;

/// <summary>A list that keeps its words where a list becomes text, as in a CSV file.</summary>
/// <typeparam name="T">The type of its items.</typeparam>
internal sealed class TextList<T>(IEnumerable<T> items) : ReadOnlyCollection<T>([.. items])
{
    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", this);
}
