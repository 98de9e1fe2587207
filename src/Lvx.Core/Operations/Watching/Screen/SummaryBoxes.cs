using System.Globalization;

namespace Lvx.Core.Operations;

/// <summary>Solar, battery, load and grid of all units together: boxes, or a line each where there is no room for boxes.</summary>
internal static class SummaryBoxes
{
    // The boxes' insides in the 80-column form; wider screens share out the rest alike.
    private const int Least = 78;
    private const int Most = 118;
    private const int Borders = 4;
    private const int SolarPart = 20;
    private const int BatteryPart = 25;
    private const int AllParts = 74;

    // Where there is no room for boxes.
    private const int LabelWidth = 9;

    // What is left of the grid's line has room for the battery's last minutes.
    private const int LeastSpark = 8;

    public static IReadOnlyList<ScreenLine> Draw(WatchState state, ScreenView view, int width) => width < Least ? Lines(state) : Boxes(state, view, Math.Min(width, Most));

    private static IReadOnlyList<ScreenLine> Lines(WatchState state)
    {
        WatchTotals totals = state.Totals;
        return
        [
            Line("Solar", $"{totals.SolarPower.Text("W")}   {Today(totals)}"),
            Line("Battery", $"{Charge(totals)}   {Amperes(totals)}   {Watts(totals)}"),
            Line("Load", $"{totals.LoadPower.Text("W")}   {totals.LoadApparentPower.Text("VA")}   {Percent(totals)}"),
            Line("Grid", $"{Grid(totals)}   line: {totals.LineWord}"),
        ];

        static ScreenLine Line(string label, string text) => new ScreenLine().Field(label, LabelWidth, Ink.Strong).Add(text);
    }

    private static IReadOnlyList<ScreenLine> Boxes(WatchState state, ScreenView view, int width)
    {
        WatchTotals totals = state.Totals;
        int inside = width - Borders;
        int solar = inside * SolarPart / AllParts;
        int battery = inside * BatteryPart / AllParts;
        int load = inside - solar - battery;
        (string view2, Ink ink) = BusView(state);
        string whole = new('-', width - 2);
        return
        [
            new ScreenLine().Add($"+{Title("Solar", solar)}+{Title("Battery", battery)}+{Title("Load", load)}+"),
            Row((totals.SolarPower.Text("W"), "", Ink.Plain, solar), (Charge(totals), "", Ink.Plain, battery), (totals.LoadPower.Text("W"), Percent(totals), Ink.Plain, load)),
            Row((Today(totals), "", Ink.Plain, solar), (Amperes(totals), Watts(totals), Ink.Plain, battery), (totals.LoadApparentPower.Text("VA"), view2, ink, load)),
            new ScreenLine().Add($"+{new string('-', solar)}+{new string('-', battery)}+{new string('-', load)}+"),
            GridRow(state, view, width),
            new ScreenLine().Add($"+{whole}+"),
        ];
    }

    private static ScreenLine GridRow(WatchState state, ScreenView view, int width)
    {
        ScreenLine line = new ScreenLine().Add("| ").Add("Grid", Ink.Strong).Add($" {Grid(state.Totals)}   line: {state.Totals.LineWord}   ");
        decimal?[] volts = [.. state.Samples.Select(sample => sample.BatteryVoltage)];
        const string label = "Battery V ";
        int room = width - 2 - line.Width - label.Length;
        string spark = room >= LeastSpark && volts.Length > 1 ? Sparkline.Draw(volts, Math.Min(room, 30), view.IsUnicode) : "";
        if (spark.Length > 0)
        {
            line.To(width - 2 - label.Length - spark.Length).Add(label, Ink.Faint).AddGlyphs(spark, Ink.Strong);
        }

        return line.To(width - 1).Add("|");
    }

    private static ScreenLine Row(params (string Left, string Right, Ink Ink, int Width)[] cells)
    {
        var line = new ScreenLine();
        foreach ((string left, string right, Ink ink, int width) in cells)
        {
            int room = width - 2;
            int gap = right.Length == 0 || left.Length + 1 + right.Length > room ? 0 : room - left.Length - right.Length;
            line.Add("| ");
            if (gap > 0)
            {
                // The second figure stands where the form has it: at the end of its box.
                line.Add(left).To(line.Width + gap).Add(right, ink).Add(" ");
            }
            else
            {
                line.Field(left, room).Add(" ");
            }
        }

        return line.Add("|");
    }

    private static string Title(string name, int width) => $"- {name} ".PadRight(width, '-');

    private static string Today(WatchTotals totals) => totals.SolarToday is { Value: { } wattHours } today
        ? string.Create(CultureInfo.InvariantCulture, $"today {wattHours / 1000:0.0} kWh{(today.Known < today.Units ? $" ({today.Known} of {today.Units})" : "")}")
        : "today -- kWh";

    private static string Charge(WatchTotals totals) => $"{Bare(totals.BatteryPercent, "0")} % {totals.BatteryVoltage.Text("V", "0.0")} {totals.BatteryWord}";

    private static string Amperes(WatchTotals totals) => totals.BatteryCurrent.Text("A", LvxWatchReading.Signed);

    private static string Watts(WatchTotals totals) => $"~{Bare(totals.BatteryPower, LvxWatchReading.Signed)} W";

    private static string Percent(WatchTotals totals) => totals.RatedPower is { Value: { } watts, Known: var known, Units: var units } && known == units
        ? string.Create(CultureInfo.InvariantCulture, $"{Bare(totals.LoadPercent, "0")} % of {watts / 1000:0.#} kW")
        : $"{Bare(totals.LoadPercent, "0")} %";

    private static string Grid(WatchTotals totals) =>
        string.Create(CultureInfo.InvariantCulture, $"{Findings.Text(totals.GridVoltage)} V {Findings.Text(totals.GridFrequency)} Hz");

    private static string Bare(WatchFigure figure, string form) => figure.Value?.ToString(form, CultureInfo.InvariantCulture) ?? "--";

    private static (string Text, Ink Ink) BusView(WatchState state) => state.Report?.Check("ParallelView")?.Outcome switch
    {
        CheckOutcome.Pass => ("PGS total: OK", Ink.Good),
        CheckOutcome.Warn or CheckOutcome.Fail => ("PGS total: WARNING", Ink.Note),
        _ => ("PGS total: --", Ink.Plain),
    };
}
