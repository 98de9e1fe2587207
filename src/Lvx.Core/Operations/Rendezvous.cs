namespace Lvx.Core.Operations;

/// <summary>Where units wait for one another, so that all are measured at the same moment: a passing cloud must not look like a fault.</summary>
/// <param name="members">How many are expected.</param>
/// <param name="patience">How long one that is ready waits for the others; after that it goes on by itself.</param>
internal sealed class Rendezvous(int members, TimeSpan patience) : IDisposable
{
    private readonly CountdownEvent missing = new(members);

    /// <summary>A place for one of them. It is given up when it is disposed of: one that fails keeps nobody waiting.</summary>
    public Place Join() => new(this);

    /// <inheritdoc/>
    public void Dispose() => missing.Dispose();

    private void WaitForAll(CancellationToken cancellation) => missing.Wait(patience, cancellation);

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
                meeting.missing.Signal();
            }
        }
    }
}
