using Lvx.Core.Recording;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Lvx.Yaml.Documents;

/// <summary>
/// Reads a YAML document into nodes. Takes what a file written by hand needs and refuses the rest: anchors, aliases and tags, several documents, depths that
/// could overflow the stack, which would end the shell, and text that is no setting's.
/// </summary>
internal sealed class DocumentReader
{
    /// <summary>Lists and maps within one another, at most.</summary>
    public const int MaxDepth = 16;

    /// <summary>Characters in one piece of text, at most.</summary>
    public const int MaxTextLength = 64 * 1024;

    private readonly Parser parser;
    private readonly Problems problems;

    private DocumentReader(string text, Problems problems)
    {
        parser = new Parser(new StringReader(text));
        this.problems = problems;
    }

    /// <summary>The root of the document in <paramref name="text"/>.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="problems">Takes what is wrong with it.</param>
    /// <param name="hasEnd">Whether the document ends with its mark, a line of three dots.</param>
    /// <returns>Null when it cannot be read; a document with a key that is there twice can, and has its problem.</returns>
    public static Node? Read(string text, Problems problems, out bool hasEnd)
    {
        hasEnd = false;
        text = text.StartsWith('\uFEFF') ? text[1..] : text;
        if (ForeignCharacter.Find(text) is { } foreign)
        {
            problems.Add(foreign.Line, foreign.Column, foreign.Text);
            return null;
        }

        var reader = new DocumentReader(text, problems);
        try
        {
            return reader.ReadDocument(out hasEnd);
        }
        catch (RefusedException refused)
        {
            problems.Add(refused.Line, refused.Column, refused.Message);
        }
        catch (YamlException error)
        {
            (long line, long column) = IndentingTab(text);
            if (line > 0)
            {
                problems.Add(line, column, "there is a tab before the first word of this line; indent with spaces.");
            }
            else
            {
                problems.Add(error.Start.Line, error.Start.Column, $"this is no YAML: {FrameText.EscapeSentence(Sentence(error.Message))}");
            }
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // The parser's own slips over broken text must not reach the shell as something else than a broken file.
            Mark place = reader.parser.Current?.End ?? Mark.Empty;
            problems.Add(Math.Max(place.Line, 1), Math.Max(place.Column, 1), "this is no YAML from here on.");
        }

        return null;
    }

    // The parser notices a tab late, and says so of the line where what it was reading began.
    private static (long Line, long Column) IndentingTab(string text)
    {
        int number = 0;
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab >= 0 && string.IsNullOrWhiteSpace(line[..tab]) && !string.IsNullOrWhiteSpace(line))
            {
                return (number, tab + 1);
            }
        }

        return default;
    }

    private static string Sentence(string message)
    {
        string text = message.Trim();
        text = text.Length == 0 ? "it cannot be understood" : char.ToLowerInvariant(text[0]) + text[1..];
        return text.EndsWith('.') ? text : text + ".";
    }

    private Node? ReadDocument(out bool hasEnd)
    {
        hasEnd = false;
        Next<StreamStart>();
        ParsingEvent first = Next();
        if (first is not DocumentStart)
        {
            problems.Add(1, 1, "the file is empty.");
            return null;
        }

        Node root = ReadNode(Next(), depth: 0);
        hasEnd = Next<DocumentEnd>() is { IsImplicit: false };
        ParsingEvent last = Next();
        return last is StreamEnd ? root : throw Refused(last, "a second document begins here; there is one in a file.");
    }

    private Node ReadNode(ParsingEvent start, int depth)
    {
        if (start is AnchorAlias)
        {
            throw Refused(start, "aliases (*name) are not taken here; write the value itself.");
        }

        NodeEvent node = start as NodeEvent ?? throw Refused(start, "this is no YAML from here on.");
        if (!node.Anchor.IsEmpty)
        {
            throw Refused(start, "anchors (&name) are not taken here; write the value itself.");
        }

        if (!node.Tag.IsEmpty)
        {
            throw Refused(start, "tags (!name) are not taken here; write the plain value.");
        }

        return node switch
        {
            Scalar scalar => ReadText(scalar),
            _ when depth == MaxDepth => throw Refused(start, $"lists and maps lie more than {MaxDepth} deep within one another here."),
            SequenceStart => ReadList(start, depth + 1),
            _ => ReadMap(start, depth + 1),
        };
    }

    private static TextNode ReadText(Scalar scalar) => scalar.Value.Length <= MaxTextLength
        ? new TextNode(scalar.Start.Line, scalar.Start.Column, scalar.Value, scalar.Style == ScalarStyle.Plain)
        : throw Refused(scalar, "this text is longer than 64 KB.");

    private ListNode ReadList(ParsingEvent start, int depth)
    {
        var items = new List<Node>();
        for (ParsingEvent next = Next(); next is not SequenceEnd; next = Next())
        {
            items.Add(ReadNode(next, depth));
        }

        return new ListNode(start.Start.Line, start.Start.Column, items);
    }

    private MapNode ReadMap(ParsingEvent start, int depth)
    {
        var entries = new List<MapEntry>();
        var seen = new Dictionary<string, TextNode>(StringComparer.Ordinal);
        for (ParsingEvent next = Next(); next is not MappingEnd; next = Next())
        {
            TextNode key = ReadNode(next, depth) as TextNode ?? throw Refused(next, "a key is a word, no list or map.");
            Node value = ReadNode(Next(), depth);
            if (seen.TryAdd(key.Text, key))
            {
                entries.Add(new MapEntry(key, value));
            }
            else
            {
                problems.Add(key, $"{FrameText.Escape(key.Text)} is here twice; it is on line {seen[key.Text].Line} already.");
            }
        }

        return new MapNode(start.Start.Line, start.Start.Column, entries);
    }

    private static RefusedException Refused(ParsingEvent at, string text) => new(at.Start.Line, at.Start.Column, text);

    private TEvent Next<TEvent>()
        where TEvent : ParsingEvent
    {
        ParsingEvent next = Next();
        return next as TEvent ?? throw Refused(next, "this is no YAML from here on.");
    }

    private ParsingEvent Next() => parser.MoveNext() && parser.Current is { } next ? next : throw new InvalidOperationException("The parser ended before the document.");

    private sealed class RefusedException(long line, long column, string text) : Exception(text)
    {
        public long Line => line;

        public long Column => column;
    }
}
