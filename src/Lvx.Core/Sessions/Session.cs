using System.Diagnostics.CodeAnalysis;
using Lvx.Core.Links;
using Lvx.Core.Recording;
using Lvx.Pi18;

namespace Lvx.Core.Sessions;

/// <summary>
/// A conversation with one unit, one question at a time. An answer does not say to which question it belongs, so a session knows what is still owed on the line,
/// and lets nothing through that could be the answer to something else.
/// </summary>
/// <remarks>Not for use by several threads at once.</remarks>
public sealed class Session : IDisposable
{
    private readonly Func<CancellationToken, Link> open;
    private readonly SessionOptions options;
    private readonly IFrameLog? log;
    private Conversation? conversation;
    private Func<Deadline, CancellationToken, IDisposable>? take;
    private IDisposable? held;

    private Session(string device, Func<CancellationToken, Link> open, SessionOptions options, IFrameLog? log)
    {
        Device = device;
        this.open = open;
        this.options = options;
        this.log = log;
    }

    /// <summary>The device, as it was named.</summary>
    public string Device { get; }

    /// <summary>The unit's serial number; no value when its firmware refuses the question.</summary>
    public string? SerialNumber { get; private set; }

    /// <summary>Opens the port, makes sure that a PI18 unit is behind it, and learns who it is.</summary>
    /// <param name="device">The device's name, for errors and the log.</param>
    /// <param name="open">Opens a link to it; called again when the device went away and a question is to be asked again.</param>
    /// <param name="options">How long to wait.</param>
    /// <param name="log">Is told of every frame; may be null.</param>
    /// <param name="cancellation">Ends any wait.</param>
    /// <exception cref="LvxException">It cannot be opened, does not answer, or is no PI18 unit.</exception>
    public static Session Open(string device, Func<CancellationToken, Link> open, SessionOptions options, IFrameLog? log, CancellationToken cancellation)
    {
        var session = new Session(device, open, options, log);
        try
        {
            session.Connect(cancellation);
            session.SerialNumber = session.conversation.Identify(() => Deadline.After(options.QueryTimeout), cancellation);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Asks a question. It may be asked again, a bounded number of times; the deadline stands over all of it.</summary>
    /// <exception cref="LvxException">No sound answer to this question came; says why.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Reply<TAnswer> Ask<TAnswer>(Query<TAnswer> query, CancellationToken cancellation)
        where TAnswer : Answer
    {
        Reply<Answer> reply = AskAny(query, cancellation);
        return new Reply<TAnswer>((TAnswer)reply.Answer, reply.Raw, reply.Timestamp);
    }

    /// <summary>Asks a question of a kind that is known only at run time.</summary>
    /// <exception cref="LvxException">No sound answer to this question came; says why.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Reply<Answer> AskAny(Query query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        Deadline deadline = Deadline.After(options.QueryTimeout);
        if (conversation is null)
        {
            Reconnect(deadline, cancellation);
        }

        try
        {
            return conversation.Ask(query, deadline, cancellation);
        }
        catch (LvxException lost) when (lost.Error == LvxError.DeviceLost)
        {
            // Once, and within the same time: the cable may have been touched, the bridge restarted.
            Close();
            try
            {
                Reconnect(deadline, cancellation);
            }
            catch (LvxException stillAway) when (stillAway.Error is not (LvxError.UnitChanged or LvxError.NotPi18))
            {
                throw lost;
            }

            return conversation.Ask(query, deadline, cancellation);
        }
    }

    /// <summary>Sends a setter, once, whatever happens.</summary>
    /// <exception cref="LvxException">It was not sent: the line could not be made clean, or the link is read-only.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before it was sent.</exception>
    public SetterReply Tell(Setter setter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(setter);
        if (conversation is null)
        {
            Reconnect(Deadline.After(options.QueryTimeout), cancellation);
        }

        return conversation.Tell(setter, cancellation);
    }

    /// <summary>
    /// Waits for the next question, and closes the port, to be opened again for that question, as soon as the device is known to be gone, or another LvxPS waits for the port. The system
    /// gives a device that comes back a new name as long as somebody holds the old one; and who reads every now and then keeps nobody else from the unit.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Rest(Deadline deadline, CancellationToken cancellation)
    {
        switch (conversation?.WaitIdle(deadline, cancellation))
        {
            case IdleEnd.Gone:
                Close();
                break;
            case IdleEnd.Wanted:
                Close();
                LetGo();
                break;
        }
    }

    /// <summary>The orderly end: a recording that was not played to its end says so.</summary>
    public void Finish() => conversation?.Finish();

    /// <summary>Holds something until the end of the conversation, whatever port it goes over; while another LvxPS has the port it is let go of, and taken again afterwards.</summary>
    /// <exception cref="LvxException">It cannot be had.</exception>
    internal void Hold(Func<Deadline, CancellationToken, IDisposable> take, Deadline deadline, CancellationToken cancellation)
    {
        LetGo();
        held = take(deadline, cancellation);
        this.take = take;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        LetGo();
    }

    // After the port is closed, never before: what is held keeps others from the same unit's other socket.
    private void LetGo()
    {
        held?.Dispose();
        held = null;
    }

    private void Close()
    {
        conversation?.Dispose();
        conversation = null;
    }

    private static string? Shown(string? serial) => serial is null ? null : FrameText.Escape(serial);

    [MemberNotNull(nameof(conversation))]
    private void Connect(CancellationToken cancellation)
    {
        Close();
        try
        {
            Link link = open(cancellation);
            log?.Write(DateTime.UtcNow, Device, FrameLogKind.Opened, []);
            conversation = new Conversation(new Line(Device, link, log), options, log);
        }
        catch (LvxException error)
        {
            log?.Write(DateTime.UtcNow, Device, FrameLogKind.Failed, [], $"{error.Error} {error.Message}");
            throw;
        }
    }

    /// <summary>After the device went away, another unit may be on the same name: nothing is asked before it has said who it is.</summary>
    [MemberNotNull(nameof(conversation))]
    private void Reconnect(Deadline deadline, CancellationToken cancellation)
    {
        Connect(cancellation);
        try
        {
            string? serial = conversation.Identify(() => deadline, cancellation);
            if (!string.Equals(serial, SerialNumber, StringComparison.Ordinal))
            {
                throw LvxErrors.UnitChanged(Device, Shown(SerialNumber), Shown(serial));
            }

            held ??= take?.Invoke(deadline, cancellation);
        }
        catch
        {
            // Nobody knows who is there: the next question must not find this conversation and take it for the old one.
            Close();
            throw;
        }
    }
}
