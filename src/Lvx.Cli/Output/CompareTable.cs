using Lvx.Core.Operations;

namespace Lvx.Cli.Output;

/// <summary>Two sides, setting by setting; what differs is marked in words, and below stands what it risks and how to set it.</summary>
internal static class CompareTable
{
    private const int LongestName = 24;
    private const string Indent = "  ";

    public static void Write(TextWriter output, int width, SettingsComparison comparison, bool differencesOnly)
    {
        string reference = Shown.Value(comparison.ReferenceName);
        string difference = Shown.Value(comparison.DifferenceName);
        LvxSettingComparison[] shown = [.. comparison.Settings.Where(setting => !differencesOnly || !setting.Match)];
        if (shown.Length > 0)
        {
            WriteRows(output, [
                ("", Head(reference, "reference"), Head(difference, "difference"), ""),
                .. shown.Select(setting => (
                    Shown.Label(SettingCatalogue.Find(setting.Setting)!), Shown.Setting(setting.ReferenceValue), Shown.Setting(setting.DifferenceValue), setting.Match ? "=" : "DIFFERS"))]);
            output.WriteLine();
        }

        foreach (LvxSettingComparison setting in shown.Where(setting => !setting.Match))
        {
            output.WriteLine($"{SettingCatalogue.Find(setting.Setting)!.Label}: {Both(setting.ReferenceValue, setting.Unit)} against {Both(setting.DifferenceValue, setting.Unit)}.");
            WriteWrapped(output, width, setting.Risk!);
            if (setting.Command is not null)
            {
                // A command line stays in one piece, to be copied.
                output.WriteLine($"{Indent}To set it: {Shown.Value(setting.Command)}");
            }
            else if (setting.HowToSet is not null)
            {
                WriteWrapped(output, width, $"To set it: {Shown.Value(setting.HowToSet)}");
            }

            output.WriteLine();
        }

        output.WriteLine($"{comparison.Matching}/{comparison.Settings.Count} settings match: {difference} against {reference}");
    }

    private static string Both(object? value, string? unit) => value is null || unit is null ? Shown.Setting(value) : $"{Shown.Setting(value)} {unit}";

    // File names can be long, and a table whose every line wraps is none; the closing line has the names in full.
    private static string Head(string name, string otherwise) => name.Length <= LongestName ? name : otherwise;

    private static void WriteRows(TextWriter output, (string Label, string Reference, string Difference, string Mark)[] rows)
    {
        int label = rows.Max(row => row.Label.Length);
        int reference = rows.Max(row => row.Reference.Length);
        int difference = rows.Max(row => row.Difference.Length);
        foreach ((string name, string wanted, string actual, string mark) in rows)
        {
            output.WriteLine($"{name.PadRight(label)}  {wanted.PadRight(reference)}  {actual.PadRight(difference)}  {mark}".TrimEnd());
        }
    }

    private static void WriteWrapped(TextWriter output, int width, string text)
    {
        foreach (string line in Columns.Wrap(text, Math.Max(20, width - Indent.Length)))
        {
            output.WriteLine(Indent + line);
        }
    }
}
