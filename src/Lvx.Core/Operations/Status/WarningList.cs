using System.Collections.ObjectModel;

namespace Lvx.Core.Operations;

/// <summary>Warnings that keep their words where a list becomes text, as in a CSV file.</summary>
internal sealed class WarningList(IReadOnlyList<string> warnings) : ReadOnlyCollection<string>([.. warnings])
{
    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", this);
}
