using Lvx.Core.Links;
using Lvx.Core.Links.Hidraw;
using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>The ports of a site that are nodes of this machine, and who has them open.</summary>
public static class SitePorts
{
    /// <summary>Every program that has one of them open, this one left out, as far as this user may see it.</summary>
    /// <param name="site">The site; null for every inverter on USB.</param>
    public static IReadOnlyList<(string Port, PortHolder Holder)> Holders(LvxSite? site)
    {
        string[] named = [.. (site?.Units ?? []).Select(unit => unit.Link).OfType<string>().Where(link => link.StartsWith("/dev/", StringComparison.Ordinal)).Select(NodeOf)];
        bool onUsb = site is null || site.Units.Any(unit => unit.Link is null);
        return [.. named.Concat(onUsb ? HidrawNode.FindInverters() : []).Distinct(StringComparer.Ordinal).SelectMany(node => PortHolders.Find(node).Holders.Select(holder => (node, holder)))];
    }

    private static string NodeOf(string device)
    {
        try
        {
            return new FileInfo(device).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? device;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return device;
        }
    }
}
