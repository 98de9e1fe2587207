using Lvx.Core.Recording;

namespace Lvx.Cli.Hosting;

/// <summary>Lines on standard error that read well in the journal of systemd, each with its weight there, as sd-daemon(3) has it, and plain at a terminal.</summary>
internal sealed class ServiceLog(Surroundings surroundings)
{
    public void Error(string text) => Write(3, text);

    public void Warning(string text) => Write(4, text);

    public void Info(string text) => Write(6, text);

    private void Write(int priority, string text) => surroundings.Error.WriteLine($"{(surroundings.WritesToJournal ? $"<{priority}>" : "")}{FrameText.EscapeSentence(text)}");
}
