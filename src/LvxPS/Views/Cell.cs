using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;
using Lvx.Core.Recording;

namespace LvxPS.Views;

/// <summary>
/// What the views put into their cells: <c>--</c> for what is missing, numbers alike in every culture, text from devices escaped, long text in lines, and colours by meaning.
/// </summary>
public static partial class Cell
{
    private const string Missing = "--";
    private const string Reset = "\e[0m";

    /// <summary>A value, or text that came from a device or a file.</summary>
    public static string Text(PSObject? value) => Shown(value, FrameText.Escape);

    /// <summary>A sentence, in which what came from a device is escaped already.</summary>
    public static string Sentence(PSObject? value) => Shown(value, FrameText.EscapeSentence);

    /// <summary>A moment, in UTC.</summary>
    public static string Time(DateTime? value) => value?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? Missing;

    /// <summary>A value of a setting, with the symbol of its unit.</summary>
    public static string Quantity(PSObject? value, string? unit) => value switch
    {
        null => Missing,
        { BaseObject: DateTime time } => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        { BaseObject: decimal number } => $"{number.ToString("0.0##", CultureInfo.InvariantCulture)} {unit}".TrimEnd(),
        _ => $"{Text(value)} {unit}".TrimEnd(),
    };

    /// <summary>The text in lines of at most so many characters, broken after a space, a hyphen, a slash or the like where there is one, and anywhere where there is none. Nothing is left out.</summary>
    public static string Fold(string? text, int width)
    {
        var lines = new List<string>();
        string line = "";
        foreach (string part in Parts().Split(text ?? "").SelectMany(part => part.Chunk(width)).Select(letters => new string(letters)))
        {
            if (line.Length > 0 && (line + part).TrimEnd().Length > width)
            {
                lines.Add(line.TrimEnd());
                line = "";
            }

            line += part;
        }

        return string.Join(Environment.NewLine, lines.Append(line.TrimEnd()));
    }

    /// <summary>The text, by what came of something: the outcome of a change or a check, a mode, the kind of an event. Words that are neither good nor bad have no colour.</summary>
    /// <param name="text">The word or words.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="style">$PSStyle.</param>
    public static string Mark(string text, PSObject? outcome, PSObject? style) => outcome?.ToString() switch
    {
        "Applied" or "Pass" or "FaultCleared" or "WarningCleared" or "UnitBack" or "SyncRegained" => Good(text, style),
        "RolledBack" or "Warn" or "WarningRaised" or "SettingChanged" => Risk(text, style),
        "Refused" or "Reverted" or "Unknown" or "Fail" or "Fault" or "FaultRaised" or "UnitSilent" or "SyncLost" => Bad(text, style),
        _ => text,
    };

    /// <summary>What has failed, in the colour of errors.</summary>
    /// <param name="text">The word or words.</param>
    /// <param name="style">$PSStyle.</param>
    public static string Bad(string text, PSObject? style) => Paint(text, style, "Formatting", "Error");

    /// <summary>What is a risk, in the colour of warnings.</summary>
    /// <param name="text">The word or words.</param>
    /// <param name="style">$PSStyle.</param>
    public static string Risk(string text, PSObject? style) => Paint(text, style, "Formatting", "Warning");

    /// <summary>What is proven to be well, in green.</summary>
    /// <param name="text">The word or words.</param>
    /// <param name="style">$PSStyle.</param>
    public static string Good(string text, PSObject? style) => Paint(text, style, "Foreground", "Green");

    /// <summary>Line by line, so that columns keep their places; as it is where no colour is wanted. Where OutputRendering is Host, PowerShell itself takes colours out of files and strings, but not of a redirected shell.</summary>
    private static string Paint(string text, PSObject? style, string group, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        string rendering = Value(style, "OutputRendering")?.ToString() ?? "PlainText";
        bool isPlain = rendering == "PlainText" || (rendering == "Host" && Console.IsOutputRedirected) || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return isPlain || Value(Value(style, group), name)?.ToString() is not { Length: > 0 } colour
            ? text
            : string.Join(Environment.NewLine, text.Split(Environment.NewLine).Select(line => colour + line + Reset));
    }

    private static PSObject? Value(PSObject? of, string property) => of?.Properties[property]?.Value is { } value ? PSObject.AsPSObject(value) : null;

    private static string Shown(PSObject? value, Func<string, string> escape) => value?.BaseObject switch
    {
        null or "" => Missing,
        string text => escape(text),
        IDictionary => escape(value.ToString()),
        IEnumerable list => string.Join(", ", list.Cast<object?>().Select(item => Shown(item is null ? null : PSObject.AsPSObject(item), escape))) is { Length: > 0 } all ? all : Missing,
        // A code that came from a job or a file is a number there, whose name stands beside it.
        IFormattable and not Enum when !value.TypeNames.Contains("Deserialized.System.Enum") => ((IFormattable)value.BaseObject).ToString(null, CultureInfo.InvariantCulture),
        _ => escape(value.ToString()),
    };

    [GeneratedRegex(@"(?<=[ /:@,?&_])|(?<=[A-Za-z]-)|(?<=[a-z])(?=[A-Z])|(?<=\d-)(?=\d\d:)")]
    private static partial Regex Parts();
}
