using Lvx.Core;
using Lvx.Core.Files;
using Lvx.Core.Units;
using Lvx.Yaml.Sites;

namespace Lvx.Yaml;

/// <summary>The site file: which units there are, where they are, and what else has to do with them.</summary>
public static class SiteFile
{
    /// <summary>No site file is larger.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>The site, from the file that counts; null when there is none.</summary>
    /// <exception cref="LvxException">It cannot be read, or is no sound site file.</exception>
    public static LvxSite? Load() => SiteLocation.Find() is { } path ? Read(path) : null;

    /// <summary>The site in a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="LvxException">It cannot be read, or is no sound site file.</exception>
    public static LvxSite Read(string path) => Parse(path, BoundedFile.ReadText(path, MaxBytes));

    /// <summary>The site in a file that is acted on; root takes it only when nobody but root can have written it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="LvxException">It cannot be read, is no sound site file, or is not root's alone (<see cref="LvxError.FileNotTrusted"/>).</exception>
    public static LvxSite ReadTrusted(string path) => Parse(path, BoundedFile.ReadTrustedText(path, MaxBytes));

    /// <summary>The site that stands in a text.</summary>
    /// <param name="path">The file it came from.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="LvxException">It is no sound site file (<see cref="LvxError.SiteInvalid"/>); the error has every problem with its line and column.</exception>
    public static LvxSite Parse(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(text);
        return SiteReader.Read(path, text);
    }

    /// <summary>The text of a site file, for a person to go on with.</summary>
    /// <param name="site">The site.</param>
    public static string Format(LvxSite site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return SiteWriter.Write(site);
    }
}
