namespace Lvx.Core.Links;

/// <summary>Bytes in, bytes out, nothing else. What a frame is, is known above; how reports and chunks look, below.</summary>
public abstract class Link : IDisposable
{
    private readonly LinkAccess access;

    /// <summary>A link to <paramref name="device"/> that carries what <paramref name="access"/> allows.</summary>
    protected Link(string device, LinkAccess access)
    {
        Device = device;
        this.access = access;
    }

    /// <summary>The device, as it was named.</summary>
    public string Device { get; }

    /// <summary>Waits, with no byte sent or read, for the deadline, or until the device is known to be gone or the port is wanted by another LvxPS.</summary>
    /// <returns>Which of these came first; the deadline where this kind of link cannot know of the others.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public virtual IdleEnd WaitIdle(Deadline deadline, CancellationToken cancellation)
    {
        cancellation.WaitHandle.WaitOne(deadline.Milliseconds);
        cancellation.ThrowIfCancellationRequested();
        return IdleEnd.Deadline;
    }

    /// <summary>
    /// Waits until something has come, and takes what there is.
    /// </summary>
    /// <returns>How many bytes; 0 when nothing came by the deadline.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; the link stays usable.</exception>
    /// <exception cref="LvxException">The device went away.</exception>
    public abstract int Read(Span<byte> buffer, Deadline deadline, CancellationToken cancellation);

    /// <summary>
    /// Waits until so many bytes have come that <paramref name="count"/> is reached, for no longer than a slow line takes for them; then <see cref="Read"/> takes what there is. A saving and nothing
    /// else: where the system cannot wait for more than one byte, it does not wait.
    /// </summary>
    /// <param name="count">How many are expected.</param>
    /// <param name="deadline">When to stop waiting, at the latest.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">Cancelled; the link stays usable.</exception>
    public virtual void Await(int count, Deadline deadline, CancellationToken cancellation)
    {
    }

    /// <summary>
    /// Sends one whole frame. Cancelling is heard before the first byte and not after it: a unit is never left with half a frame.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled before the first byte.</exception>
    /// <exception cref="LvxException">The device went away or does not take it, or the link is read-only and the frame no question.</exception>
    public void Write(ReadOnlySpan<byte> frame, Deadline deadline, CancellationToken cancellation)
    {
        // The lowest layer that every kind of link shares: nothing but one whole question passes a read-only link, whatever the layers above believe.
        if (access == LinkAccess.ReadOnly && !IsOneQuestion(frame))
        {
            throw LvxErrors.ReadOnly(Device);
        }

        cancellation.ThrowIfCancellationRequested();
        WriteCore(frame, deadline, cancellation);
    }

    /// <summary>The orderly end of a conversation. A recording that was not played to its end says so here.</summary>
    public virtual void Finish()
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Sends the bytes of one frame, in whatever form the port takes.</summary>
    protected abstract void WriteCore(ReadOnlySpan<byte> frame, Deadline deadline, CancellationToken cancellation);

    /// <summary>Lets go of the port.</summary>
    protected abstract void Dispose(bool disposing);

    // ^P… up to the only CR. A second caret can be a checksum byte, but a setter's header inside is none.
    private static bool IsOneQuestion(ReadOnlySpan<byte> frame) =>
        frame.StartsWith("^P"u8) && frame.IndexOf((byte)'\r') == frame.Length - 1 && frame.IndexOf("^S"u8) < 0;
}
