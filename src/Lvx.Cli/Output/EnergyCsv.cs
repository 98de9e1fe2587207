using System.Buffers;
using System.Globalization;
using Lvx.Core.Operations;
using Lvx.Core.Recording;

namespace Lvx.Cli.Output;

/// <summary>Energy as CSV (RFC 4180): a line of names, energy in Wh, empty for no value; device text is escaped, and none of it is a formula.</summary>
internal static class EnergyCsv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",\r\n");

    public static void Write(TextWriter output, IEnumerable<LvxEnergy> energies)
    {
        output.WriteLine("device,name,serialNumber,units,period,date,energy,timestamp");
        foreach (LvxEnergy energy in energies)
        {
            output.WriteLine(string.Join(',', ((object?[])[energy.Device, energy.Name, energy.SerialNumber, energy.Units, energy.Period, energy.Date, energy.Energy, energy.Timestamp]).Select(Field)));
        }
    }

    // A spreadsheet takes what begins so for a formula, in quotes or not; behind an apostrophe it is text.
    private static string Plain(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? "'" + text : text;

    private static string Field(object? value)
    {
        string text = value switch
        {
            null => "",
            DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
            string said => Plain(FrameText.EscapeSentence(said)),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        return text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
