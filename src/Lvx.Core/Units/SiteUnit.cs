using Lvx.Core.Links.Hidraw;

namespace Lvx.Core.Units;

/// <summary>A unit of the site, as its file names it.</summary>
/// <param name="Name">What people call it: <c>lvx6048-1</c>.</param>
/// <param name="SerialNumber">Its serial number, the digits that count; the one proof of who it is.</param>
/// <param name="Link">Where it is to be reached (<c>tcp://host:port</c>, a tty, a symlink); null for whatever USB port it is plugged into.</param>
/// <param name="Instance">Its place in the parallel system; null where that is not said.</param>
public sealed record SiteUnit(string Name, string SerialNumber, string? Link, int? Instance)
{
    /// <summary>The device, as any command takes it.</summary>
    public string Device => Link ?? HidLinkKind.Scheme + SerialNumber;
}
