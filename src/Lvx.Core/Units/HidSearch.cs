using System.Collections.Concurrent;
using Lvx.Core.Recording;
using Lvx.Core.Sessions;

namespace Lvx.Core.Units;

/// <summary>
/// Finds a unit by its serial number on whatever USB port it is. Numbers of hidraw nodes swap when cables are touched, and the USB descriptor has no serial number, so that
/// each candidate is asked who it is (PI18 ID).
/// </summary>
internal static class HidSearch
{
    // Where a unit was last: asked first, and believed no more than any other.
    private static readonly ConcurrentDictionary<string, string> LastSeen = new(StringComparer.Ordinal);

    /// <summary>Opens a conversation with the unit.</summary>
    /// <param name="access">How units are reached.</param>
    /// <param name="serial">Who is wanted.</param>
    /// <param name="open">Opens a conversation with whoever is on a port.</param>
    /// <param name="cancellation">Ends any wait.</param>
    /// <exception cref="LvxException">It is on none of the ports; says what is on them.</exception>
    public static Session Open(UnitAccess access, string serial, Func<UnitAccess, UnitPort, Session> open, CancellationToken cancellation)
    {
        string[] candidates = [.. access.Plugged()];
        if (LastSeen.TryGetValue(serial, out string? last))
        {
            candidates = [.. candidates.OrderBy(candidate => candidate != last)];
        }

        var seen = new List<string>();
        var failures = new List<LvxException>();
        var busy = new List<string>();

        // Those that are in use wait for the second round: their holder is likely at its own unit.
        UnitAccess atOnce = access with { LinkOptions = access.LinkOptions with { OpenTimeout = TimeSpan.Zero } };
        foreach (string candidate in candidates)
        {
            if (Try(atOnce, candidate) is { } found)
            {
                return found;
            }
        }

        foreach (string candidate in busy.ToArray())
        {
            if (Try(access, candidate) is { } found)
            {
                return found;
            }
        }

        throw failures.Count == 1 && seen.Count == 0 ? failures[0] : LvxErrors.NotOnUsb(serial, seen, failures);

        Session? Try(UnitAccess how, string candidate)
        {
            cancellation.ThrowIfCancellationRequested();
            Session session;
            try
            {
                session = open(how, new UnitPort(candidate, candidate));
            }
            catch (LvxException error) when (error.Error == LvxError.DeviceInUse && how != access)
            {
                busy.Add(candidate);
                return null;
            }
            catch (LvxException error)
            {
                failures.Add(error);
                return null;
            }

            if (Pi18.SerialNumber.Same(session.SerialNumber, serial))
            {
                LastSeen[serial] = candidate;
                return session;
            }

            seen.Add($"{(session.SerialNumber is { } other ? FrameText.Escape(other) : "a unit without a serial number")} on {candidate}");
            session.Dispose();
            return null;
        }
    }
}
