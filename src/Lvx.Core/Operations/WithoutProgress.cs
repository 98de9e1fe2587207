namespace Lvx.Core.Operations;

/// <summary>A host for a part of something longer, whose own progress is what is shown.</summary>
internal sealed class WithoutProgress(IHost host) : IHost
{
    public CancellationToken Cancellation => host.Cancellation;

    public bool WantsFrames => host.WantsFrames;

    public void Verbose(string text) => host.Verbose(text);

    public void Debug(string text) => host.Debug(text);

    public void Warning(string text) => host.Warning(text);

    public void Tell(string text) => host.Tell(text);

    public Confirmation Confirm(string target, string action, string why) => host.Confirm(target, action, why);

    public void Progress(string activity, int done, int total)
    {
    }
}
