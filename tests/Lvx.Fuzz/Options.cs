using System.Globalization;

namespace Lvx.Fuzz;

/// <summary>What the command line says.</summary>
internal sealed record Options
{
    public const string Usage =
        """
        Lvx.Fuzz [--count N] [--seed N] [--target NAME] [--from INDEX] [--findings FOLDER]
          --count     inputs, over all targets or for the one that is named (1000000)
          --seed      the same seed makes the same inputs (1)
          --target    one target alone
          --from      the index of the first input (0)
          --findings  keeps each offending input as a file of hex in this folder
        """;

    public long Count { get; private init; } = 1_000_000;

    public ulong Seed { get; private init; } = 1;

    public string? Target { get; private init; }

    public long From { get; private init; }

    public string? Findings { get; private init; }

    /// <summary>The options; null when they are not understood.</summary>
    public static Options? Parse(string[] args)
    {
        var options = new Options();
        for (int i = 0; i < args.Length; i += 2)
        {
            string value = i + 1 < args.Length ? args[i + 1] : "";
            bool isNumber = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long number);
            Options? next = args[i] switch
            {
                "--count" when isNumber => options with { Count = number },
                "--seed" when isNumber => options with { Seed = (ulong)number },
                "--from" when isNumber => options with { From = number },
                "--target" when Catalogue.Find(value) is not null => options with { Target = value },
                "--findings" when value.Length > 0 => options with { Findings = value },
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            options = next;
        }

        return options;
    }
}
