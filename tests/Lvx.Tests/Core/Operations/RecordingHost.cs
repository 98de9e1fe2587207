using Lvx.Core.Operations;

namespace Lvx.Tests.Core.Operations;

/// <summary>A host that keeps what it is told, and on which thread.</summary>
internal sealed class RecordingHost(CancellationToken cancellation = default) : IHost
{
    public CancellationToken Cancellation => cancellation;

    public bool WantsFrames { get; init; }

    public List<string> Messages { get; } = [];

    public HashSet<int> Threads { get; } = [];

    public List<(int Done, int Total)> AllProgress { get; } = [];

    public (int Done, int Total) LastProgress => AllProgress[^1];

    public void Verbose(string text) => Note("verbose: " + text);

    public void Debug(string text) => Note("debug: " + text);

    public void Warning(string text) => Note("warning: " + text);

    public void Tell(string text) => Note("tell: " + text);

    /// <summary>What is said to each change; everything is done unless told.</summary>
    public Func<string, string, Confirmation> Answer { get; init; } = (_, _) => Confirmation.Do;

    public List<(string Target, string Action, string Why)> Confirmed { get; } = [];

    public Confirmation Confirm(string target, string action, string why)
    {
        Threads.Add(Environment.CurrentManagedThreadId);
        Confirmed.Add((target, action, why));
        return Answer(target, action);
    }

    public void Progress(string activity, int done, int total)
    {
        Threads.Add(Environment.CurrentManagedThreadId);
        AllProgress.Add((done, total));
    }

    private void Note(string message)
    {
        Threads.Add(Environment.CurrentManagedThreadId);
        Messages.Add(message);
    }
}
