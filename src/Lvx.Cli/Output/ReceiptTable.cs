using System.Globalization;
using Lvx.Core.Operations;

namespace Lvx.Cli.Output;

/// <summary>What became of every wanted setting: from, to, what the unit has now, and what is to be said of it.</summary>
internal static class ReceiptTable
{
    public static void Write(TextWriter output, int width, IReadOnlyList<LvxSettingChange> changes)
    {
        foreach (IGrouping<string, LvxSettingChange> unit in changes.GroupBy(change => change.Device))
        {
            output.WriteLine($"{Shown.Value(unit.First().Name)} ({Shown.Value(unit.First().SerialNumber)})");
            (string Label, string From, string To, string Now, string Outcome, string Time, string Reason)[] rows =
            [
                ("", "from", "to", "now", "", "", ""),
                .. unit.Select(change => (
                    SettingCatalogue.Find(change.Setting) is { } setting ? Shown.Label(setting) : Shown.Value(change.Setting),
                    Shown.Setting(change.From),
                    Shown.Setting(change.To),
                    Shown.Setting(change.Now),
                    change.Outcome.ToString(),
                    change.Elapsed > TimeSpan.Zero ? string.Create(CultureInfo.InvariantCulture, $"{change.Elapsed.TotalSeconds:0.0} s") : "",
                    change.Reason)),
            ];
            int label = rows.Max(row => row.Label.Length);
            int from = rows.Max(row => row.From.Length);
            int to = rows.Max(row => row.To.Length);
            int now = rows.Max(row => row.Now.Length);
            int outcome = rows.Max(row => row.Outcome.Length);
            foreach (var row in rows)
            {
                output.WriteLine($"  {row.Label.PadRight(label)}  {row.From.PadRight(from)}  {row.To.PadRight(to)}  {row.Now.PadRight(now)}  {row.Outcome.PadRight(outcome)}  {row.Time}".TrimEnd());
                foreach (string line in row.Reason.Length > 0 ? Columns.Wrap(Shown.Value(row.Reason), Math.Max(20, width - 6)) : [])
                {
                    output.WriteLine("      " + line);
                }
            }
        }
    }
}
