namespace Lvx.Yaml.Documents;

/// <summary>A part of a document, with the place where it begins.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal abstract record Node(long Line, long Column);

/// <summary>Text, a number, a word: what it means is for the reader of the document to say.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Text">The text, escapes undone.</param>
/// <param name="IsPlain">Whether it stands without quotes, and is no block of text either.</param>
internal sealed record TextNode(long Line, long Column, string Text, bool IsPlain) : Node(Line, Column)
{
    /// <summary>Whether there is nothing where a value should be.</summary>
    public bool IsNothing => IsPlain && Text.Length == 0;
}

/// <summary>A list.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Items">In their order.</param>
internal sealed record ListNode(long Line, long Column, IReadOnlyList<Node> Items) : Node(Line, Column);

/// <summary>Keys with their values.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Entries">In their order; of a key that is there twice, the first.</param>
internal sealed record MapNode(long Line, long Column, IReadOnlyList<MapEntry> Entries) : Node(Line, Column)
{
    /// <summary>The entry with this key.</summary>
    public MapEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Text == key);
}

/// <summary>A key and its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
internal sealed record MapEntry(TextNode Key, Node Value);
