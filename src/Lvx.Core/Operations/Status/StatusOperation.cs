using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>Reads the status of units, all at the same time, once or again and again. The links are opened for reading.</summary>
public sealed class StatusOperation
{
    private const string Activity = "Reading status";

    private readonly UnitAccess access;

    /// <summary>An operation on units that are reached through <paramref name="access"/>.</summary>
    public StatusOperation(UnitAccess access) => this.access = access;

    /// <summary>The status of each selected unit, in their order; a unit's error stands in its place.</summary>
    /// <param name="selection">The units.</param>
    /// <param name="host">Whoever runs this.</param>
    public IEnumerable<UnitOutcome<LvxStatus>> Read(UnitSelection selection, IHost host) =>
        Repeat(selection, TimeSpan.Zero, 1, host).SelectMany(outcomes => outcomes);

    /// <summary>
    /// The status of each selected unit, again and again. The ports stay open in between; a unit that failed is opened anew the next time, so that it comes back by itself.
    /// </summary>
    /// <param name="selection">The units.</param>
    /// <param name="interval">From the beginning of one reading to the beginning of the next; one that takes longer is followed at once.</param>
    /// <param name="count">How many times; no value for until cancelled.</param>
    /// <param name="host">Whoever runs this.</param>
    /// <returns>One sequence for each time, to be enumerated before the next is asked for.</returns>
    public IEnumerable<IEnumerable<UnitOutcome<LvxStatus>>> Repeat(UnitSelection selection, TimeSpan interval, int? count, IHost host)
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(host);
        using var units = new OpenUnits<StatusReader>(access, selection, (session, port) => new StatusReader(session, port));
        Deadline next = Deadline.Now;
        for (int time = 0; count is null || time < count; time++)
        {
            units.WaitUntil(next, host);
            next = Deadline.Later(next + interval, Deadline.Now);
            yield return units.Read((reader, _, crewHost) => reader.Read(crewHost), Activity, last: time + 1 == count, host);
        }
    }
}
