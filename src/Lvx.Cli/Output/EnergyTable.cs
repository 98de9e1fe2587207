using Lvx.Core.Operations;

namespace Lvx.Cli.Output;

/// <summary>The energy of units, side by side, with their sum as the last of them; a period in each row.</summary>
internal static class EnergyTable
{
    public static void Write(TextWriter output, int width, IReadOnlyList<IReadOnlyList<LvxEnergy>> units)
    {
        LvxEnergy[] first = [.. units.Select(unit => unit[0])];
        var rows = new List<ColumnRow>
        {
            new("Device", [.. first.Select(unit => unit.Device is { } device ? Shown.Value(device) : $"{unit.Units} unit{(unit.Units == 1 ? "" : "s")}")], Wraps: true),
            new("Serial", [.. first.Select(unit => unit.Device is null ? "" : Shown.Value(unit.SerialNumber))]),
        };
        int digits = units.SelectMany(unit => unit).Max(energy => Shown.Value(energy.Energy).Length);
        rows.Add(new ColumnRow("PV energy", [.. units.Select(_ => "Wh".PadLeft(digits))]));

        // The units' calendars may differ by a day, and then so do their periods.
        foreach ((EnergyPeriod period, string? date) in units.SelectMany(unit => unit).Select(energy => (energy.Period, energy.Date)).Distinct().OrderBy(row => row))
        {
            rows.Add(new ColumnRow(
                date ?? "Total", [.. units.Select(unit => Shown.Value(unit.FirstOrDefault(energy => (energy.Period, energy.Date) == (period, date))?.Energy).PadLeft(digits))]));
        }

        Columns.Write(output, width, [.. first.Select(unit => Shown.Value(unit.Name))], rows);
    }
}
