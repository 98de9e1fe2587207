namespace Lvx.Yaml.Sites;

/// <summary>The words of a site file.</summary>
internal static class SiteFormat
{
    public const string SchemaFamily = "lvxps-site/";
    public const string Schema = SchemaFamily + "1";

    /// <summary>The link of a unit that is on whatever USB port.</summary>
    public const string OnUsb = "hid";

    /// <summary>The keys of tolerances, which are plain numbers in the units of the key <c>units</c>.</summary>
    public static readonly string[] Tolerances = ["battery_voltage", "charge_current", "output_voltage", "output_frequency"];

    /// <summary>A unit's name: what can be a link's name in /dev, and is no pattern and no path.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= 64 && char.IsAsciiLetterOrDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && !text.Contains("..", StringComparison.Ordinal);
}
