namespace Lvx.Core.Services;

/// <summary>Names of units of systemd.</summary>
public static class ServiceName
{
    /// <summary>Whether a text is such a name, as systemctl takes it; no option and no path.</summary>
    /// <param name="text">The text.</param>
    public static bool IsSound(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is > 0 and <= 255 && char.IsAsciiLetterOrDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '@' or ':' or '\\');
    }
}
