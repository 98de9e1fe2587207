namespace Lvx.Core.Operations;

/// <summary>Where units wait for one another, so that all are measured at the same moment: a passing cloud must not look like a fault.</summary>
/// <param name="members">How many are expected.</param>
/// <param name="patience">How long one that is ready waits for the others; after that it goes on by itself.</param>
internal sealed class Rendezvous(int members, TimeSpan patience) : IDisposable
{
    // Whoever waits sleeps, and does not try for a while first: a unit takes seconds.
    private readonly ManualResetEventSlim allHere = new(members == 0, spinCount: 0);
    private int missing = members;

    /// <summary>A place for one of them. It is given up when it is disposed of: one that fails keeps nobody waiting.</summary>
    public Place Join() => new(this);

    /// <inheritdoc/>
    public void Dispose() => allHere.Dispose();

    private void WaitForAll(CancellationToken cancellation) => allHere.Wait(patience, cancellation);

    private void Arrive()
    {
        if (Interlocked.Decrement(ref missing) == 0)
        {
            allHere.Set();
        }
    }

    internal sealed class Place(Rendezvous meeting) : IDisposable
    {
        private bool isCounted;

        /// <summary>Waits for the others.</summary>
        /// <exception cref="OperationCanceledException">Cancelled.</exception>
        public void Meet(CancellationToken cancellation)
        {
            Dispose();
            meeting.WaitForAll(cancellation);
        }

        public void Dispose()
        {
            if (!isCounted)
            {
                isCounted = true;
                meeting.Arrive();
            }
        }
    }
}
