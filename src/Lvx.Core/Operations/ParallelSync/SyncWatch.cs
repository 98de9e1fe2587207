using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>Checks a parallel system again and again, over ports that stay open; a unit that failed is opened anew the next time, so that it comes back by itself.</summary>
public sealed class SyncWatch : IDisposable
{
    private const string Activity = "Checking the parallel system";

    private readonly OpenUnits<SyncReader> units;
    private readonly SyncTolerances tolerances;
    private readonly int expected;

    internal SyncWatch(UnitAccess access, UnitSelection selection, SyncTolerances tolerances, bool readsSolarToday = false)
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(tolerances);
        this.tolerances = tolerances;
        expected = selection.SerialNumbers.Count > 0 ? selection.SerialNumbers.Count : selection.Ports.Count;
        units = new OpenUnits<SyncReader>(access, selection, (session, port) => new SyncReader(session, port, readsSolarToday));
    }

    /// <summary>One check. What is measured is read every time, what rarely changes (firmware, settings, clock, the view over the bus) when the whole is wanted.</summary>
    /// <param name="whole">Whether all of it is read; it is also of a unit that was just opened, and where a setting was changed.</param>
    /// <param name="host">Whoever runs this.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public LvxSyncReport Read(bool whole, IHost host) => Read(whole, last: false, host);

    /// <summary>Waits for the next check; a port whose device goes meanwhile is let go of, so that the device can come back under its name.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void WaitUntil(Deadline next, IHost host) => units.WaitUntil(next, host);

    /// <inheritdoc/>
    public void Dispose() => units.Dispose();

    internal LvxSyncReport Read(bool whole, bool last, IHost host)
    {
        DateTime begun = DateTime.UtcNow;
        var answered = new List<UnitFacts>();
        var silent = new List<LvxUnitFailure>();
        foreach (UnitOutcome<UnitFacts> outcome in units.Read((reader, place, crewHost) => reader.Read(place, expected, whole, crewHost), Activity, last, host))
        {
            if (outcome.Error is { } error)
            {
                silent.Add(new LvxUnitFailure(outcome.Unit, error));
            }
            else
            {
                answered.Add(outcome.Value!);
            }
        }

        return SyncJudge.Judge(new SyncFacts(SyncSource.OwnCables, begun, answered, silent), tolerances);
    }
}
