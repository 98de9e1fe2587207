using Lvx.Core.Links;
using Lvx.Core.Links.Hidraw;
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
    /// <summary>The variable that gives programs a scope of their own; for tests, in which many simulated units have one serial number.</summary>
    public const string ScopeVariable = "LVXPS_LOCK_SCOPE";

    /// <summary>Between which programs a unit has one owner over whatever port: those with the same scope. No value for no such lock.</summary>
    public string? LockScope { get; init; }

    /// <summary>Gives the site, whose names its units have also when they are named by a port; asked only then. No value for none.</summary>
    public Func<LvxSite?>? Site { get; init; }

    /// <summary>The ports to look for a unit that is known by its serial number.</summary>
    internal Func<IReadOnlyList<string>> Plugged { get; init; } = () => HidrawNode.FindInverters();

    /// <summary>Opens a conversation with the unit at <paramref name="port"/>.</summary>
    /// <param name="port">Where it is.</param>
    /// <param name="access">What the link may carry.</param>
    /// <param name="log">Is told of every frame, beside the transcript; may be null.</param>
    /// <param name="cancellation">Ends any wait.</param>
    /// <exception cref="LvxException">It cannot be opened, does not answer, is no PI18 unit, is another one than it must be, or is in use over another port.</exception>
    public Session Open(UnitPort port, LinkAccess access, IFrameLog? log, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(port);
        Deadline deadline = Deadline.After(LinkOptions.OpenTimeout);
        Session session = HidLinkKind.SerialIn(port.Device) is { } serial
            ? HidSearch.Open(this, serial, (how, candidate) => how.OpenPort(candidate.Device, access, log, cancellation), cancellation)
            : OpenPort(port.Device, access, log, cancellation);
        try
        {
            if (port.SerialNumber is { } expected && !Pi18.SerialNumber.Same(expected, session.SerialNumber))
            {
                throw LvxErrors.OtherThanExpected(port.Device, port.Name, expected, session.SerialNumber is { } actual ? FrameText.Escape(actual) : null);
            }

            if (LockScope is not null && session.SerialNumber is { } known && Links.ReachesHardware(session.Device))
            {
                session.Hold((until, token) => UnitLock.Acquire(LockScope, known, port.Device, until, token), deadline, cancellation);
            }

            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>The port under the name that the site has for the unit that answered there; as it was named where the site does not know it, or cannot be read.</summary>
    internal UnitPort Called(UnitPort port, string? serialNumber)
    {
        try
        {
            return port.SerialNumber is null && serialNumber is not null && Site?.Invoke()?.WithSerial(serialNumber) is { } known ? port with { Name = known.Name } : port;
        }
        catch (LvxException)
        {
            return port;
        }
    }

    private Session OpenPort(string device, LinkAccess access, IFrameLog? log, CancellationToken cancellation)
    {
        LinkOptions options = LinkOptions with { Access = access };
        return Session.Open(device, token => Links.Open(device, options, token), SessionOptions, BothLogs.Of(Transcript, log), cancellation);
    }
}
