namespace Lvx.Core.Operations;

/// <summary>Whoever runs an operation: a cmdlet, the command line, a test. Always called on the thread that runs the operation.</summary>
public interface IHost
{
    /// <summary>Ends the operation.</summary>
    CancellationToken Cancellation { get; }

    /// <summary>Whether frames are wanted in <see cref="Debug"/>.</summary>
    bool WantsFrames { get; }

    /// <summary>Something that was decided.</summary>
    void Verbose(string text);

    /// <summary>A frame, in hex and text.</summary>
    void Debug(string text);

    /// <summary>A risk, or something that is missing from the result.</summary>
    void Warning(string text);

    /// <summary>What a person should see, and what belongs in a log: where the settings as found are kept, how to undo.</summary>
    void Tell(string text);

    /// <summary>Asks for one change before it is made. Nothing of it has been sent.</summary>
    /// <param name="target">The unit.</param>
    /// <param name="action">The change: <c>Set bulk voltage 56.4 V (now 56.0 V)</c>.</param>
    /// <param name="why">Why it comes at this place.</param>
    Confirmation Confirm(string target, string action, string why);

    /// <summary>How far it is.</summary>
    /// <param name="activity">What is being done.</param>
    /// <param name="done">How much of it is done.</param>
    /// <param name="total">How much there is; equal to <paramref name="done"/> when it is over.</param>
    void Progress(string activity, int done, int total);
}
