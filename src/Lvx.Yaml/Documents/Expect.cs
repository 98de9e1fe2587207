using Lvx.Core.Recording;

namespace Lvx.Yaml.Documents;

/// <summary>Takes nodes for what they should be, and says what is wrong where they are not.</summary>
internal sealed class Expect(Problems problems)
{
    /// <summary>The node as a map; null, with a problem, when it is none.</summary>
    public MapNode? Map(Node node, string what)
    {
        if (node is MapNode map)
        {
            return map;
        }

        problems.Add(node, $"{what} is a list of keys with values.");
        return null;
    }

    /// <summary>The node as a list; null, with a problem, when it is none.</summary>
    public ListNode? List(Node node, string what)
    {
        if (node is ListNode list)
        {
            return list;
        }

        problems.Add(node, $"{what} is a list.");
        return null;
    }

    /// <summary>The node as text that is there; null, with a problem, when it is none.</summary>
    public TextNode? Text(MapEntry entry)
    {
        switch (entry.Value)
        {
            case TextNode { IsNothing: true }:
                problems.Add(entry.Key, $"{FrameText.Escape(entry.Key.Text)} has no value.");
                return null;
            case TextNode text:
                return text;
            default:
                problems.Add(entry.Value, $"{FrameText.Escape(entry.Key.Text)} is a single value, no list or map.");
                return null;
        }
    }

    /// <summary>The entry with this key; null, with a problem, when there is none.</summary>
    public MapEntry? Entry(MapNode map, string key)
    {
        MapEntry? entry = map.Find(key);
        if (entry is null)
        {
            problems.Add(map, $"{key} is missing.");
        }

        return entry;
    }

    /// <summary>Says of every key that is none of <paramref name="known"/> that nobody knows it, and which one may be meant.</summary>
    public void Keys(MapNode map, IReadOnlyCollection<string> known)
    {
        foreach (MapEntry entry in map.Entries.Where(entry => !known.Contains(entry.Key.Text)))
        {
            problems.Add(entry.Key, UnknownKey(entry.Key.Text, known));
        }
    }

    /// <summary>That nobody knows a key, and which one may be meant.</summary>
    public static string UnknownKey(string key, IReadOnlyCollection<string> known) => Nearest.To(key, known) is { } near
        ? $"{FrameText.Escape(key)} is no key here; {near} may be meant."
        : $"{FrameText.Escape(key)} is no key here.";
}
