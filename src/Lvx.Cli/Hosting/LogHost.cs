using Lvx.Core.Operations;

namespace Lvx.Cli.Hosting;

/// <summary>The command line as the host of an operation that a service runs: its warnings have their weight in the journal.</summary>
internal sealed class LogHost(ServiceLog log, CliHost host) : IHost
{
    public CancellationToken Cancellation => host.Cancellation;

    public bool WantsFrames => host.WantsFrames;

    public void Verbose(string text) => host.Verbose(text);

    public void Debug(string text) => host.Debug(text);

    public void Warning(string text) => log.Warning($"lvx: {text}");

    public void Tell(string text) => log.Info($"lvx: {text}");

    public Confirmation Confirm(string target, string action, string why) => host.Confirm(target, action, why);

    public void Progress(string activity, int done, int total)
    {
    }
}
