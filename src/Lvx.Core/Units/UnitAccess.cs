using Lvx.Core.Links;
using Lvx.Core.Recording;
using Lvx.Core.Sessions;

namespace Lvx.Core.Units;

/// <summary>How units are reached: the kinds of link, how they are opened, how long is waited, and who is told of the frames.</summary>
/// <param name="Links">The kinds of link.</param>
/// <param name="LinkOptions">How a link is opened; the access is set by each operation.</param>
/// <param name="SessionOptions">How long is waited.</param>
/// <param name="Transcript">Is told of every frame; may be null.</param>
public sealed record UnitAccess(LinkRegistry Links, LinkOptions LinkOptions, SessionOptions SessionOptions, IFrameLog? Transcript = null)
{
    /// <summary>Opens a conversation with the unit at <paramref name="port"/>.</summary>
    /// <param name="port">Where it is.</param>
    /// <param name="access">What the link may carry.</param>
    /// <param name="log">Is told of every frame, beside the transcript; may be null.</param>
    /// <param name="cancellation">Ends any wait.</param>
    /// <exception cref="LvxException">It cannot be opened, does not answer, or is no PI18 unit.</exception>
    public Session Open(UnitPort port, LinkAccess access, IFrameLog? log, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(port);
        LinkOptions options = LinkOptions with { Access = access };
        return Session.Open(port.Device, token => Links.Open(port.Device, options, token), SessionOptions, BothLogs.Of(Transcript, log), cancellation);
    }
}
