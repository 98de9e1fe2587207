namespace Lvx.Pi18;

/// <summary>The words that change something, the dangerous ones included: what never goes out as a question.</summary>
public static class SetterNames
{
    // PF factory reset, CLE energy counters, F50/F60 frequency, V output voltage, POPM output mode, LON load, PEI/PDI grid-tie: see docs/design.md.
    private static readonly string[] Exact = ["PF", "CLE", "F50", "F60"];

    private static readonly string[] WithArgument =
    [
        "MCHGC", "MUCHGC", "MCHGV", "PSDV", "BUCD", "PBT", "POPM", "POP", "PCP", "PSP", "PGR", "PE", "PD", "ACCT", "ACLT", "DAT", "ID", "V", "LON",
    ];

    /// <summary>Whether <paramref name="command"/> (upper case, without header) changes something. Questions of the catalogue are to be looked for first: <c>MCHGCR</c> is one.</summary>
    public static bool IsSetter(string command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return Array.Exists(Exact, word => command == word)
            || Array.Exists(WithArgument, word => command.StartsWith(word, StringComparison.Ordinal) && TakesAsArgument(word, command[word.Length..]));
    }

    // A flag's argument is one letter (PEA … PEI); every other argument begins with a digit. PERT, say, is no setter's form.
    private static bool TakesAsArgument(string word, string argument) => word switch
    {
        "PE" or "PD" => argument.Length == 1 && char.IsAsciiLetterUpper(argument[0]),
        _ => argument.Length > 0 && char.IsAsciiDigit(argument[0]),
    };
}
