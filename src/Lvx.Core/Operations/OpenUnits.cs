using Lvx.Core.Links;
using Lvx.Core.Recording;
using Lvx.Core.Sessions;
using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>
/// The selected units, read again and again at the same time. Their ports stay open in between; a unit that failed is opened anew the next time, so that it comes back by itself.
/// </summary>
/// <typeparam name="TReader">What reads one of them.</typeparam>
internal sealed class OpenUnits<TReader> : IDisposable
    where TReader : class, IUnitReader
{
    private const string Waiting = "Waiting for the next reading";

    // A unit that opens slowly (it is woken, asked again) is waited for; one that needs more is read by itself.
    private const int PatienceInQueries = 3;

    private readonly UnitAccess access;
    private readonly UnitSelection selection;
    private readonly Func<Session, UnitPort, TReader> make;
    private readonly Slot[] slots;
    private readonly Crew crew = new();

    /// <summary>Nothing is opened yet.</summary>
    public OpenUnits(UnitAccess access, UnitSelection selection, Func<Session, UnitPort, TReader> make)
    {
        this.access = access;
        this.selection = selection;
        this.make = make;
        slots = [.. selection.Ports.Select(port => new Slot(port))];
    }

    /// <summary>One reading of each, in their order; a unit's error stands in its place.</summary>
    /// <param name="read">Reads one; it may meet the others at its place.</param>
    /// <param name="activity">What is being done.</param>
    /// <param name="last">Whether no other reading follows.</param>
    /// <param name="host">Whoever runs this.</param>
    public IEnumerable<UnitOutcome<T>> Read<T>(Func<TReader, Rendezvous.Place, IHost, T> read, string activity, bool last, IHost host)
        where T : class
    {
        bool allFound = selection.SerialNumbers.Count > 0 && selection.SerialNumbers.All(wanted => slots.Any(slot => slot.Holds(wanted)));
        return selection.WithoutStrangers(ReadSlots(), slots.Select(slot => slot.SeenSerial), host);

        IEnumerable<UnitOutcome<T>> ReadSlots()
        {
            using var meeting = new Rendezvous(slots.Length, PatienceInQueries * access.SessionOptions.QueryTimeout);
            foreach (UnitOutcome<T> outcome in crew.Run(slots, (slot, crewHost) => Crew.Try(slot.Port, () => ReadSlot(slot, read, meeting, allFound, last, crewHost)), activity, host))
            {
                yield return outcome;
            }
        }
    }

    /// <summary>
    /// Waits on every port at once: one whose device goes meanwhile is let go of, so that the device can come back under its name, and so is one that another LvxPS waits for, also
    /// when there is no time to wait.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void WaitUntil(Deadline next, IHost host)
    {
        Slot[] open = [.. slots.Where(slot => slot.Reader is not null)];
        if (next.Passed || open.Length == 0)
        {
            Array.ForEach(open, slot => slot.Waited(next, host.Cancellation));
        }
        else
        {
            _ = crew.Run(open, (slot, crewHost) => slot.Waited(next, crewHost.Cancellation), Waiting, host).Count();
        }

        if (!next.Passed)
        {
            host.Cancellation.WaitHandle.WaitOne(next.Milliseconds);
        }

        host.Cancellation.ThrowIfCancellationRequested();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Slot slot in slots)
        {
            slot.Dispose();
        }

        crew.Dispose();
    }

    private T? ReadSlot<T>(Slot slot, Func<TReader, Rendezvous.Place, IHost, T> read, Rendezvous meeting, bool allFound, bool last, IHost host)
        where T : class
    {
        using Rendezvous.Place place = meeting.Join();
        if (allFound && slot.Reader is null)
        {
            return null;
        }

        try
        {
            slot.Reader ??= Opened(slot, host);
            slot.SeenSerial = slot.Reader.SerialNumber;
            if (!selection.Takes(slot.SeenSerial))
            {
                host.Verbose($"{slot.Port}: unit {(slot.SeenSerial is { } seen ? FrameText.Escape(seen) : "without a serial number")} is not the one asked for.");
                slot.Dispose();
                return null;
            }

            T value = read(slot.Reader, place, host);
            if (last)
            {
                slot.Reader.Finish();
            }

            return value;
        }
        catch (LvxException)
        {
            slot.Dispose();
            throw;
        }
    }

    private TReader Opened(Slot slot, IHost host)
    {
        Session session = access.Open(slot.Port, LinkAccess.ReadOnly, HostFrameLog.For(host), host.Cancellation);
        return make(session, access.Called(slot.Port, session.SerialNumber));
    }

    private sealed class Slot(UnitPort port) : IDisposable
    {
        public UnitPort Port => port;

        public TReader? Reader { get; set; }

        public string? SeenSerial { get; set; }

        /// <summary>Whether it has an open conversation with that unit.</summary>
        public bool Holds(string serialNumber) => Reader is not null && Pi18.SerialNumber.Same(serialNumber, SeenSerial);

        public Slot Waited(Deadline next, CancellationToken cancellation)
        {
            Reader?.Rest(next, cancellation);
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
