using Lvx.Core.Links.Hidraw;
using Lvx.Core.Links.Replay;

namespace Lvx.Core.Links;

/// <summary>The kinds of link there are, open to more: the simulator brings its own, and the faces register it.</summary>
public sealed class LinkRegistry
{
    private readonly ILinkKind[] kinds;

    /// <summary>The built-in kinds, and <paramref name="more"/> after them.</summary>
    public LinkRegistry(params ReadOnlySpan<ILinkKind> more) => kinds = [new NodeLinkKind(), new TcpLinkKind(), new HidLinkKind(), new ReplayLinkKind(), .. more];

    /// <summary>The forms a device can have, for people.</summary>
    public IEnumerable<string> Forms => kinds.Select(kind => kind.Form);

    /// <summary>The units that <paramref name="device"/> stands for.</summary>
    /// <exception cref="LvxException">It has no known form, or stands for none.</exception>
    public IReadOnlyList<string> Expand(string device) => KindOf(device).Expand(device);

    /// <summary>A short name of one unit's <paramref name="device"/>.</summary>
    /// <exception cref="LvxException">It has no known form.</exception>
    public string NameOf(string device) => KindOf(device).NameOf(device);

    /// <summary>Opens a link to one unit's <paramref name="device"/>.</summary>
    /// <exception cref="LvxException">It cannot be opened; says why.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    public Link Open(string device, LinkOptions options, CancellationToken cancellation) => KindOf(device).Open(device, options, cancellation);

    /// <summary>Whether there is a unit of its own behind <paramref name="device"/>, which other programs and other ports may reach too.</summary>
    /// <exception cref="LvxException">It has no known form.</exception>
    public bool ReachesHardware(string device) => KindOf(device).ReachesHardware;

    private ILinkKind KindOf(string device) => Array.Find(kinds, kind => kind.Claims(device)) ?? throw LvxErrors.NoForm(device, Forms);
}
