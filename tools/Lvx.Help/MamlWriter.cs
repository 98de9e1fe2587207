using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Lvx.Help.Cmdlets;
using Lvx.Help.Pages;

namespace Lvx.Help;

/// <summary>Writes help in the form that Get-Help reads (MAML).</summary>
internal static partial class MamlWriter
{
    private static readonly XNamespace Help = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    // What 80 columns leave beside the indent of a parameter's text.
    private const int TextWidth = 71;

    /// <summary>The help file of all cmdlets.</summary>
    public static string Write(IEnumerable<(CmdletFacts Cmdlet, CmdletPage Page)> pages)
    {
        var root = new XElement(
            Help + "helpItems",
            new XAttribute("schema", "maml"),
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            pages.Select(one => CommandOf(one.Cmdlet, one.Page)));
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, IndentChars = "  ", NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            root.Save(writer);
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- Made by tools/Lvx.Help from docs/en-US and the cmdlets: changes belong there. -->\n{text}\n";
    }

    private static XElement CommandOf(CmdletFacts cmdlet, CmdletPage page) => new(
        Command + "command",
        new XElement(
            Command + "details",
            new XElement(Command + "name", cmdlet.Name),
            new XElement(Command + "verb", cmdlet.Verb),
            new XElement(Command + "noun", cmdlet.Noun),
            Described(page.Synopsis)),
        Described(page.Description),
        new XElement(Command + "syntax", cmdlet.Sets.Select(set => new XElement(
            Command + "syntaxItem",
            new XElement(Maml + "name", cmdlet.Name),
            cmdlet.In(set).Select(one => ParameterOf(one.Parameter, one.Place, page))))),
        new XElement(Command + "parameters", PageWriter.Ordered(cmdlet).Select(parameter => ParameterOf(parameter, parameter.Sets[0], page))),
        new XElement(Command + "inputTypes", page.Inputs.Select(type => TypeOf("inputType", type))),
        new XElement(Command + "returnValues", page.Outputs.Select(type => TypeOf("returnValue", type))),
        new XElement(Maml + "alertSet", new XElement(Maml + "alert", Paragraphs(page.Notes))),
        new XElement(Command + "examples", page.Examples.Select((example, index) => ExampleOf(example, index + 1))),
        new XElement(Command + "relatedLinks", page.Links.Select(link => new XElement(
            Maml + "navigationLink", new XElement(Maml + "linkText", Plain(link)), new XElement(Maml + "uri")))));

    private static XElement ParameterOf(ParameterFacts parameter, ParameterInSet place, CmdletPage page)
    {
        PageParameter written = page.Parameter(parameter.Name)!;
        return new XElement(
            Command + "parameter",
            new XAttribute("required", place.IsMandatory ? "true" : "false"),
            new XAttribute("variableLength", parameter.TypeName.EndsWith("[]", StringComparison.Ordinal) ? "true" : "false"),
            new XAttribute("globbing", parameter.AllowsWildcards ? "true" : "false"),
            new XAttribute("pipelineInput", PageWriter.Pipeline(parameter)),
            new XAttribute("position", place.Position is { } position ? position : "named"),
            new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
            new XElement(Maml + "name", parameter.Name),
            Described(written.Text),
            parameter.IsSwitch ? null : new XElement(
                Command + "parameterValue", new XAttribute("required", "true"), new XAttribute("variableLength", "false"), parameter.TypeName),
            new XElement(Dev + "type", new XElement(Maml + "name", parameter.TypeName), new XElement(Maml + "uri")),
            new XElement(Dev + "defaultValue", PageWriter.Default(parameter, written)));
    }

    private static XElement ExampleOf(PageExample example, int number)
    {
        string title = $"--- Example {number}: {Plain(example.Title)} ---";
        return new XElement(
            Command + "example",
            new XElement(Maml + "title", title),
            new XElement(Dev + "code", example.Output is null ? example.Code : $"{example.Code}\n\n{example.Output}"),
            // The empty one parts it from the next.
            new XElement(Dev + "remarks", Paragraphs(example.Text), new XElement(Maml + "para")));
    }

    private static XElement TypeOf(string element, PageType type) => new(
        Command + element,
        new XElement(Dev + "type", new XElement(Maml + "name", type.Name), new XElement(Maml + "uri")),
        Described(type.Text));

    private static XElement Described(string text) => new(Maml + "description", Paragraphs(text));

    private static IEnumerable<XElement> Paragraphs(string text) => Blocks(text).Select(block => new XElement(Maml + "para", Wrapped(block)));

    /// <summary>A paragraph in lines that fit into a terminal of 80 columns: under the invariant culture Get-Help breaks longer ones in the middle of words.</summary>
    private static string Wrapped(string text)
    {
        var lines = new List<string> { "" };
        foreach (string word in Quantity().Replace(text, "$1\u00a0$2").Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > TextWidth)
            {
                lines.Add("");
            }

            lines[^1] += lines[^1].Length == 0 ? word : " " + word;
        }

        return string.Join('\n', lines).Replace('\u00a0', ' ');
    }

    // A number and its unit stay on one line.
    [GeneratedRegex(@"(\d) (V|A|Ah|W|Wh|kWh|VA|Hz|s|ms|%|°C|bit/s|seconds|minutes)(?!\w)")]
    private static partial Regex Quantity();

    /// <summary>The paragraphs of a text, each one line, and each point of a list one of its own.</summary>
    private static List<string> Blocks(string text)
    {
        var blocks = new List<string>();
        foreach (string paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            bool isNew = true;
            foreach (string line in paragraph.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (isNew || line.StartsWith("- ", StringComparison.Ordinal))
                {
                    blocks.Add(Plain(line.Trim()));
                }
                else
                {
                    blocks[^1] += " " + Plain(line.Trim());
                }

                isNew = false;
            }
        }

        return blocks;
    }

    /// <summary>A line without the marks of Markdown.</summary>
    private static string Plain(string text) => Link().Replace(text, "$1").Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]+\)")]
    private static partial Regex Link();
}
