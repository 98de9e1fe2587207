using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Lvx.Pi18;

/// <summary>Every question of PI18 by its text.</summary>
public static class QueryCatalogue
{
    private const int LongestCommand = 32;

    private static readonly Query[] Plain =
    [
        ProtocolId.Query, MachineModel.Query, Identity.Query, Firmware.Query, Clock.Query, SolarEnergy.Total, WorkingMode.Query, RatedInformation.Query,
        GeneralStatus.Query, FaultStatus.Query, SwitchFlags.Query, DefaultSettings.Query, ChargeCurrents.Total, ChargeCurrents.Utility,
        TimeWindow.AcCharge, TimeWindow.AcLoad,
    ];

    /// <summary>The questions that stand for themselves, such as <c>GS</c>.</summary>
    public static IReadOnlyList<Query> WithoutArgument => Plain;

    /// <summary>The questions that take an argument, as a person reads them.</summary>
    public static IReadOnlyList<string> WithArgument { get; } = ["EYyyyy", "EMyyyymm", "EDyyyymmdd", "PGSn", "PRIn"];

    /// <summary>
    /// The question that <paramref name="text"/> is. One that no document knows is asked all the same and its answer shown raw; a setter, or what is no plain word, is not.
    /// </summary>
    /// <returns>False when <paramref name="text"/> is a setter or malformed; <paramref name="problem"/> says which.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Query? query, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        string command = text.Trim();
        query = null;
        problem = null;
        if (command.Length is 0 or > LongestCommand || !char.IsAsciiLetter(command[0]) || !command.All(c => char.IsAsciiLetterOrDigit(c) || c == ','))
        {
            problem = $"A query is a word of letters and digits, at most {LongestCommand} of them, such as GS or EY2026.";
            return false;
        }

        command = command.ToUpperInvariant();
        query = Array.Find(Plain, q => q.Command == command) ?? ParseWithArgument(command, out problem);
        if (query is not null || problem is not null)
        {
            return query is not null;
        }

        if (SetterNames.IsSetter(command))
        {
            problem = $"{command} is a setter, and a query changes nothing.";
            return false;
        }

        query = RawAnswer.Of(command);
        return true;
    }

    private static Query? ParseWithArgument(string command, out string? problem)
    {
        problem = null;
        string word = command[..Math.Min(2, command.Length)];
        string argument = command[word.Length..];
        if (word is "EY" or "EM" or "ED")
        {
            string format = word switch { "EY" => "yyyy", "EM" => "yyyyMM", _ => "yyyyMMdd" };
            if (DateOnly.TryParseExact(argument, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) && date.Year is >= 2000 and <= 2099)
            {
                return word switch
                {
                    "EY" => SolarEnergy.OfYear(date.Year),
                    "EM" => SolarEnergy.OfMonth(date.Year, date.Month),
                    _ => SolarEnergy.OfDay(date),
                };
            }

            problem = $"{word} takes a date of the form {format}, from 2000 to 2099, such as {word}{new DateOnly(2026, 4, 26).ToString(format, CultureInfo.InvariantCulture)}.";
            return null;
        }

        if (command.Length != 4 || !char.IsAsciiDigit(command[3]))
        {
            return null;
        }

        int slot = command[3] - '0';
        return command[..3] switch
        {
            "PGS" => ParallelStatus.Query(slot),
            "PRI" => ParallelRating.Query(slot),
            _ => null,
        };
    }
}
