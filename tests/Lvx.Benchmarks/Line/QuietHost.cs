using Lvx.Core.Operations;

namespace Lvx.Benchmarks;

internal sealed class QuietHost : IHost
{
    public CancellationToken Cancellation => CancellationToken.None;

    public bool WantsFrames => false;

    public void Verbose(string text)
    {
    }

    public void Debug(string text)
    {
    }

    public void Warning(string text) => Console.Error.WriteLine(text);

    public void Tell(string text)
    {
    }

    public Confirmation Confirm(string target, string action, string why) => Confirmation.Decline;

    public void Progress(string activity, int done, int total)
    {
    }
}
