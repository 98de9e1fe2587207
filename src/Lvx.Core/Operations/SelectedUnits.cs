using Lvx.Core.Links;
using Lvx.Core.Sessions;
using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>Does one thing with each selected unit, all at the same time, each over a session of its own that is closed afterwards.</summary>
internal static class SelectedUnits
{
    /// <summary>What came of each selected unit, in their order; a unit's error stands in its place, and who was not asked for is left alone.</summary>
    public static IEnumerable<UnitOutcome<T>> Run<T>(
        UnitAccess access, UnitSelection selection, LinkAccess links, string activity, IHost host, Func<Session, UnitPort, IHost, T> work)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(host);
        var seen = new string?[selection.Ports.Count];
        (UnitPort Port, int Index)[] members = [.. selection.Ports.Select((port, index) => (port, index))];
        return selection.WithoutStrangers(
            Crew.Once(
                members,
                (member, crewHost) => Crew.Try(member.Port, () =>
                {
                    using Session session = access.Open(member.Port, links, HostFrameLog.For(crewHost), crewHost.Cancellation);
                    seen[member.Index] = session.SerialNumber;
                    if (!selection.Takes(session.SerialNumber))
                    {
                        return null;
                    }

                    T value = work(session, access.Called(member.Port, session.SerialNumber), crewHost);
                    session.Finish();
                    return value;
                }),
                activity,
                host),
            seen,
            host);
    }
}
