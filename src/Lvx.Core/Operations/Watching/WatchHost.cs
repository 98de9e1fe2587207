namespace Lvx.Core.Operations;

/// <summary>The live view as the host of an operation: what a person should know becomes an event, since nothing else may write to the screen.</summary>
internal sealed class WatchHost(Action<string> note, CancellationToken cancellation) : IHost
{
    public CancellationToken Cancellation => cancellation;

    public bool WantsFrames => false;

    public void Verbose(string text)
    {
    }

    public void Debug(string text)
    {
    }

    public void Warning(string text) => note(text);

    public void Tell(string text) => note(text);

    /// <summary>Nothing is changed while units are watched.</summary>
    public Confirmation Confirm(string target, string action, string why) => Confirmation.Decline;

    public void Progress(string activity, int done, int total)
    {
    }
}
