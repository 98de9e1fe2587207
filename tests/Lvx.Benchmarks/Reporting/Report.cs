using System.Globalization;
using System.Text;

namespace Lvx.Benchmarks;

/// <summary>The figures of one measurement as Markdown, shown as they come.</summary>
internal sealed class Report(TextWriter output)
{
    private readonly StringBuilder text = new();

    /// <summary>All that was said, for the document.</summary>
    public string Text => text.ToString();

    /// <summary>A paragraph.</summary>
    public void Say(FormattableString line) => Write($"{line.ToString(CultureInfo.InvariantCulture)}\n\n");

    /// <summary>What is going on; not for the document.</summary>
    public void Progress(FormattableString line) => output.WriteLine($"… {line.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>A table; cells after the first one are figures.</summary>
    public void Table(string[] heads, IEnumerable<string[]> rows)
    {
        Write($"| {string.Join(" | ", heads)} |\n|---|{string.Concat(Enumerable.Repeat("---:|", heads.Length - 1))}\n");
        foreach (string[] row in rows)
        {
            Write($"| {string.Join(" | ", row)} |\n");
        }

        Write("\n");
    }

    /// <summary>A figure against its target.</summary>
    public void Target(string what, string figure, string target, bool isMet) => Say($"**{what}: {figure}; target {target}: {(isMet ? "met" : "missed")}.**");

    private void Write(string part)
    {
        text.Append(part);
        output.Write(part);
        output.Flush();
    }
}
