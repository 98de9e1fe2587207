using System.CommandLine;
using System.Globalization;
using Lvx.Cli.Hosting;
using Lvx.Cli.Output;
using Lvx.Core.Operations;

namespace Lvx.Cli.Commands;

/// <summary><c>lvx energy</c>: the energy from the sun that each unit counted, in all, by year, month and day.</summary>
internal sealed class EnergyCommand : IVerb
{
    private static readonly string[] DateForms = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    private readonly LinkOptionSet links = new();
    private readonly Option<bool> total = new("--total") { Description = "All that was ever counted." };
    private readonly Option<bool> year = new("--year") { Description = "Years." };
    private readonly Option<bool> month = new("--month") { Description = "Months." };
    private readonly Option<bool> day = new("--day") { Description = "Days. With none of these four: the total, and this year, this month and today." };

    private readonly Option<string?> date = new("--date")
    {
        Description = "The last period, 2000 to 2099: a day, or the end of a month or a year. Without it: today, by each unit's own clock.",
        HelpName = "YYYY[-MM[-DD]]",
    };

    private readonly Option<int?> last = new("--last") { Description = "How many years, months and days, the last of them included.", HelpName = "COUNT" };
    private readonly Option<bool> sum = new("--sum") { Description = "Also what the units that answered counted together; no value when any of them has none." };
    private readonly Option<bool> json = new("--json") { Description = "Write JSON: always an array." };
    private readonly Option<bool> csv = new("--csv") { Description = "Write CSV, with a line of names." };

    public Command Describe()
    {
        var command = new Command("energy", "Read the energy from the sun that each unit counted, in Wh.");
        links.AddTo(command);
        foreach (Option option in (Option[])[total, year, month, day, date, last, sum, json, csv])
        {
            command.Options.Add(option);
        }

        Ranges.Require(last, 1, EnergyRequest.MaxLast, "periods");
        date.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && Parse(result.Tokens[0].Value) is null)
            {
                result.AddError("--date takes a date such as 2026, 2026-04 or 2026-04-26.");
            }
        });
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(csv))
            {
                result.AddError("--json and --csv exclude one another.");
            }
        });
        return command;
    }

    public int Run(ParseResult parsed, Surroundings surroundings)
    {
        EnergyRequest request = Request(parsed);
        request.Check(DateOnly.FromDateTime(DateTime.Now));
        using Reach reach = links.Resolve(parsed, surroundings);
        var outcomes = new List<UnitOutcome<IReadOnlyList<LvxEnergy>>>();
        var units = new List<IReadOnlyList<LvxEnergy>>();
        int exitCode = ExitCode.Fine;
        foreach (UnitOutcome<IReadOnlyList<LvxEnergy>> outcome in new EnergyOperation(reach.Access).Read(reach.Selection, request, reach.Host))
        {
            outcomes.Add(outcome);
            exitCode = Outcomes.Sort(outcome, units, surroundings.Error, exitCode);
        }

        if (parsed.GetValue(sum) && units.Count > 0)
        {
            units.Add(EnergySum.Of(outcomes, reach.Host));
        }

        if (parsed.GetValue(json))
        {
            surroundings.Output.WriteLine(EnergyJson.Write([.. units.SelectMany(unit => unit)]));
        }
        else if (parsed.GetValue(csv))
        {
            EnergyCsv.Write(surroundings.Output, units.SelectMany(unit => unit));
        }
        else if (units.Count > 0)
        {
            EnergyTable.Write(surroundings.Output, surroundings.Width, units);
        }

        return exitCode;
    }

    private EnergyRequest Request(ParseResult parsed)
    {
        (DateOnly Until, int Precision)? said = parsed.GetValue(date) is { } text ? Parse(text) : null;
        IReadOnlyCollection<EnergyPeriod> chosen = EnergyRequest.Chosen(parsed.GetValue(total), parsed.GetValue(year), parsed.GetValue(month), parsed.GetValue(day));
        return new EnergyRequest
        {
            // A year alone says nothing of a month or a day in it.
            Periods = chosen.Count == 0 && said is { Precision: var precision } ? [.. Enum.GetValues<EnergyPeriod>().Take(2 + precision)] : chosen,
            Until = said?.Until,
            Last = parsed.GetValue(last),
        };
    }

    /// <summary>The day, or the last day of the month or the year, and how many parts follow the year.</summary>
    private static (DateOnly Until, int Precision)? Parse(string text)
    {
        for (int precision = 0; precision < DateForms.Length; precision++)
        {
            if (DateOnly.TryParseExact(text, DateForms[precision], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly first))
            {
                int month = precision > 0 ? first.Month : 12;
                return (new DateOnly(first.Year, month, precision > 1 ? first.Day : DateTime.DaysInMonth(first.Year, month)), precision);
            }
        }

        return null;
    }
}
