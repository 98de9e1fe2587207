using System.CommandLine;
using System.Globalization;

namespace Lvx.Cli.Hosting;

/// <summary>
/// An option that is a number within a range. To the library it is text: its own options of numbers are generic code that no compilation ahead holds, so that each start would compile it.
/// For the options that nearly every start has.
/// </summary>
internal sealed class NumberOption : Option<string?>
{
    private readonly bool isWhole;

    /// <param name="name">Its name.</param>
    /// <param name="alias">Its other name.</param>
    /// <param name="usual">What it is when it is not given; null for none.</param>
    /// <param name="least">The least that it takes.</param>
    /// <param name="greatest">The greatest.</param>
    /// <param name="unit">What the number counts.</param>
    /// <param name="isWhole">Whether it takes no fractions.</param>
    public NumberOption(string name, string? alias, double? usual, double least, double greatest, string unit, bool isWhole = false)
        : base(name, alias is null ? [] : [alias])
    {
        this.isWhole = isWhole;
        if (usual is { } value)
        {
            DefaultValueFactory = _ => value.ToString(CultureInfo.InvariantCulture);
        }

        Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && Read(result.Tokens[0].Value) is null)
            {
                result.AddError($"Cannot parse argument '{result.Tokens[0].Value}' for option '{Name}'.");
            }
        });
        Ranges.Require(this, least, greatest, unit);
    }

    /// <summary>The number; null when none was given and there is no usual one.</summary>
    public double? Of(ParseResult parsed) => parsed.GetValue(this) is { } text ? Read(text) : null;

    /// <summary>The same, without a fraction.</summary>
    public int? WholeOf(ParseResult parsed) => (int?)Of(parsed);

    private double? Read(string text) =>
        isWhole ? (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int whole) ? whole : null)
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
}
