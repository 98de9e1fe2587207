using System.Globalization;
using Lvx.Core.Operations;

namespace Lvx.Cli.Output;

/// <summary>The verdict, every check in a line, and below it what to know and do about those that did not pass.</summary>
internal static class SyncTable
{
    private const string Indent = "  ";
    private const int LeastText = 20;

    public static void Write(TextWriter output, int width, LvxSyncReport report)
    {
        output.WriteLine(report);
        output.WriteLine(When(report));
        output.WriteLine();
        int label = report.Checks.Max(check => check.Label.Length);
        int mark = Enum.GetValues<CheckOutcome>().Max(outcome => Mark(outcome).Length);
        int text = Math.Max(LeastText, width - mark - label - (2 * Indent.Length));
        foreach (LvxSyncCheck check in report.Checks)
        {
            string lead = $"{Mark(check.Outcome).PadRight(mark)}{Indent}{check.Label.PadRight(label)}{Indent}";
            foreach (string line in Columns.Wrap(check.Actual, text))
            {
                output.WriteLine((lead + line).TrimEnd());
                lead = new string(' ', lead.Length);
            }
        }

        foreach (LvxSyncCheck check in report.Checks.Where(check => check.Outcome is CheckOutcome.Warn or CheckOutcome.Fail).OrderBy(check => check.Outcome == CheckOutcome.Warn))
        {
            output.WriteLine();
            WriteWrapped(output, width, "", $"{Mark(check.Outcome)} {check.Label}: expected {check.Expected}.");
            WriteWrapped(output, width, Indent, check.Explanation);
            if (check.NextStep is { } next)
            {
                WriteWrapped(output, width, Indent, $"Next: {next}");
            }
        }

        // Many may be skipped for one reason.
        foreach (IGrouping<string, LvxSyncCheck> reason in report.Checks.Where(check => check.Outcome == CheckOutcome.Skipped).GroupBy(check => check.Explanation, StringComparer.Ordinal))
        {
            output.WriteLine();
            WriteWrapped(output, width, "", $"{Mark(CheckOutcome.Skipped)} {string.Join(", ", reason.Select(check => check.Label))}.");
            WriteWrapped(output, width, Indent, reason.Key);
        }
    }

    private static string When(LvxSyncReport report) => string.Create(CultureInfo.InvariantCulture, $"Read at {Shown.Value(report.Timestamp)}")
        + (report.Source == SyncSource.ParallelBus ? ", from one unit over the parallel bus." : report.ReadingSpreadSeconds is { } spread ? string.Create(CultureInfo.InvariantCulture, $", the units within {spread:0.00} s of one another.") : ".");

    private static string Mark(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Pass => "ok",
        CheckOutcome.Warn => "WARN",
        CheckOutcome.Fail => "FAIL",
        _ => "skipped",
    };

    private static void WriteWrapped(TextWriter output, int width, string indent, string text)
    {
        foreach (string line in Columns.Wrap(text, Math.Max(LeastText, width - indent.Length)))
        {
            output.WriteLine(indent + line);
        }
    }
}
