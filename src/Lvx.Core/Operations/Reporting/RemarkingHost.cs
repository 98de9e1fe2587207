namespace Lvx.Core.Operations.Reporting;

/// <summary>Keeps what units left out, each once: it belongs into the report as well. Readings are repeated, and their own progress is not what is shown.</summary>
internal sealed class RemarkingHost(IHost host) : IHost
{
    private readonly List<string> remarks = [];

    public IReadOnlyList<string> Remarks => remarks;

    public CancellationToken Cancellation => host.Cancellation;

    public bool WantsFrames => host.WantsFrames;

    public void Verbose(string text) => host.Verbose(text);

    public void Debug(string text) => host.Debug(text);

    public void Warning(string text)
    {
        if (!remarks.Contains(text, StringComparer.Ordinal))
        {
            remarks.Add(text);
            host.Verbose(text);
        }
    }

    public void Tell(string text) => host.Tell(text);

    public Confirmation Confirm(string target, string action, string why) => host.Confirm(target, action, why);

    public void Progress(string activity, int done, int total)
    {
    }
}
