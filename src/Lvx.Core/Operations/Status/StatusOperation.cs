using Lvx.Core.Links;
using Lvx.Core.Recording;
using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>Reads the status of units, all at the same time, once or again and again. The links are opened for reading.</summary>
public sealed class StatusOperation
{
    private const string Activity = "Reading status";
    private const string Waiting = "Waiting for the next reading";

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
        Slot[] slots = [.. selection.Ports.Select(port => new Slot(port))];
        try
        {
            Deadline next = Deadline.Now;
            for (int time = 0; count is null || time < count; time++)
            {
                WaitUntil(next, slots, host);
                next = Deadline.Later(next + interval, Deadline.Now);
                bool last = time + 1 == count;
                bool allFound = selection.SerialNumbers.Count > 0 && selection.SerialNumbers.All(wanted => slots.Any(slot => slot.Holds(wanted)));
                yield return selection.WithoutStrangers(
                    Crew.Run(slots, (slot, crewHost) => Crew.Try(slot.Port, () => ReadSlot(slot, selection, allFound, last, crewHost)), Activity, host),
                    slots.Select(slot => slot.SeenSerial),
                    host);
            }
        }
        finally
        {
            foreach (Slot slot in slots)
            {
                slot.Dispose();
            }
        }
    }

    private LvxStatus? ReadSlot(Slot slot, UnitSelection selection, bool allFound, bool last, IHost host)
    {
        if (allFound && slot.Reader is null)
        {
            return null;
        }

        try
        {
            slot.Reader ??= new StatusReader(access.Open(slot.Port, LinkAccess.ReadOnly, HostFrameLog.For(host), host.Cancellation), slot.Port);
            slot.SeenSerial = slot.Reader.SerialNumber;
            if (!selection.Takes(slot.SeenSerial))
            {
                host.Verbose($"{slot.Port}: unit {(slot.SeenSerial is { } seen ? FrameText.Escape(seen) : "without a serial number")} is not the one asked for.");
                slot.Dispose();
                return null;
            }

            LvxStatus status = slot.Reader.Read(host);
            if (last)
            {
                slot.Reader.Finish();
            }

            return status;
        }
        catch (LvxException)
        {
            slot.Dispose();
            throw;
        }
    }

    /// <summary>Waits on every port at once: one whose device goes meanwhile is let go of, so that the device can come back under its name.</summary>
    private static void WaitUntil(Deadline next, Slot[] slots, IHost host)
    {
        Slot[] open = [.. slots.Where(slot => slot.Reader is not null)];
        if (!next.Passed && open.Length > 0)
        {
            _ = Crew.Run(open, (slot, crewHost) => slot.Waited(next, crewHost.Cancellation), Waiting, host).Count();
        }

        if (!next.Passed)
        {
            host.Cancellation.WaitHandle.WaitOne(next.Milliseconds);
        }

        host.Cancellation.ThrowIfCancellationRequested();
    }

    private sealed class Slot(UnitPort port) : IDisposable
    {
        public UnitPort Port => port;

        public StatusReader? Reader { get; set; }

        public string? SeenSerial { get; set; }

        /// <summary>Whether it has an open conversation with that unit.</summary>
        public bool Holds(string serialNumber) => Reader is not null && Pi18.SerialNumber.Same(serialNumber, SeenSerial);

        public Slot Waited(Deadline next, CancellationToken cancellation)
        {
            Reader?.WaitAndLetGoIfGone(next, cancellation);
            return this;
        }

        public void Dispose()
        {
            Reader?.Dispose();
            Reader = null;
        }

        public override string ToString() => port.Name;
    }
}
