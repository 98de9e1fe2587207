using System.CommandLine;
using System.Globalization;

namespace Lvx.Cli.Hosting;

/// <summary>Ranges of numbers on the command line.</summary>
internal static class Ranges
{
    /// <summary>Refuses a number outside <paramref name="least"/> and <paramref name="greatest"/>. What is no number at all, the option itself refuses.</summary>
    public static void Require(Option option, double least, double greatest, string unit) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0
            && double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && !(value >= least && value <= greatest))
        {
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} takes {least} to {greatest} {unit}."));
        }
    });
}
