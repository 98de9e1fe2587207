using System.Collections.ObjectModel;

namespace Lvx.Core.Operations;

/// <summary>A charge policy for one kind of battery bank: the settings it wants, and where its numbers come from. What it does not name it leaves alone.</summary>
public sealed class LvxProfile
{
    /// <summary>A profile.</summary>
    /// <param name="name">Its name, such as <c>eg4-lp4-v2</c>.</param>
    /// <param name="title">The bank it is for, in a line.</param>
    /// <param name="source">Where its numbers come from.</param>
    /// <param name="notes">What a person should know before using it; may be null.</param>
    /// <param name="path">The file it was read from.</param>
    /// <param name="wanted">The settings that it wants, in the order of the catalogue.</param>
    public LvxProfile(string name, string title, string source, string? notes, string path, IReadOnlyList<KeyValuePair<SettingDefinition, object>> wanted)
    {
        Name = name;
        Title = title;
        Source = source;
        Notes = notes;
        Path = path;
        Wanted = wanted;
        Settings = new(new OrderedDictionary<string, object?>(wanted.Select(want => new KeyValuePair<string, object?>(want.Key.Name, PlainValue.Of(want.Value)))));
    }

    /// <summary>Its name, such as <c>eg4-lp4-v2</c>.</summary>
    public string Name { get; }

    /// <summary>The bank it is for, in a line.</summary>
    public string Title { get; }

    /// <summary>The settings it wants, by name, as plain values.</summary>
    public ReadOnlyDictionary<string, object?> Settings { get; }

    /// <summary>Where its numbers come from.</summary>
    public string Source { get; }

    /// <summary>What a person should know before using it.</summary>
    public string? Notes { get; }

    /// <summary>The file it was read from.</summary>
    public string Path { get; }

    /// <summary>The settings it wants, each with its value: decimal (V), int (A), code, bool or window.</summary>
    internal IReadOnlyList<KeyValuePair<SettingDefinition, object>> Wanted { get; }
}
