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

    /// <summary>How far it is.</summary>
    /// <param name="activity">What is being done.</param>
    /// <param name="done">How much of it is done.</param>
    /// <param name="total">How much there is; equal to <paramref name="done"/> when it is over.</param>
    void Progress(string activity, int done, int total);
}
