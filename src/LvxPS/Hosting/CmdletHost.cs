using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Host;
using Lvx.Core;
using Lvx.Core.Operations;

namespace LvxPS.Hosting;

/// <summary>A cmdlet as the host of an operation. Its streams are written on the pipeline's thread only, which operations see to.</summary>
internal sealed class CmdletHost(LvxCmdlet cmdlet, bool wantsFrames, CancellationToken cancellation) : IHost
{
    private const int ActivityId = 1806;

    // What is over sooner needs no bar, which would only flicker.
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(400);

    private readonly Stopwatch running = Stopwatch.StartNew();
    private readonly List<string> later = [];
    private string? shown;
    private bool isWriting;

    public CancellationToken Cancellation => cancellation;

    public bool WantsFrames => wantsFrames;

    public void Verbose(string text) => cmdlet.Note(text);

    public void Debug(string text) => cmdlet.WriteDebug(text);

    public void Warning(string text)
    {
        // A warning can end a cmdlet (-WarningAction Stop), and must not do so between a write and its proof, or before what was applied is put back.
        if (isWriting)
        {
            later.Add(text);
        }
        else
        {
            cmdlet.Warn(text);
        }
    }

    /// <summary>Writes the warnings that waited until nothing more was to be sent.</summary>
    public void WarnOfTheRest()
    {
        isWriting = false;
        later.ForEach(cmdlet.Warn);
        later.Clear();
    }

    // What an operation tells has a command in it, to be copied whole.
    public void Tell(string text) => cmdlet.Tell(text, isCopied: true);

    public Confirmation Confirm(string target, string action, string why)
    {
        // -WhatIf shows the reason of the order beside the change; a person who is asked sees the change alone.
        try
        {
            bool go = cmdlet.ShouldProcess($"{target}: {action} ({why}).", $"{target}: {action}?", "Change a setting of an inverter", out ShouldProcessReason reason);
            isWriting |= go;
            return go ? Confirmation.Do : reason == ShouldProcessReason.WhatIf ? Confirmation.OnlyShow : Confirmation.Decline;
        }
        catch (Exception mute) when (mute is HostException or PSInvalidOperationException)
        {
            throw new LvxException(
                LvxError.ArgumentInvalid, null, $"{target}: {action}: nobody can be asked here, and it was not sent.", "Where nobody can be asked, say so beforehand: -Confirm:$false writes, -WhatIf only shows.", mute);
        }
    }

    public void Progress(string activity, int done, int total)
    {
        if (done >= total)
        {
            EndProgress();
            return;
        }

        if (total > 1 && running.Elapsed > Quick)
        {
            shown = activity;
            cmdlet.WriteProgress(new ProgressRecord(ActivityId, activity, $"{done} of {total}") { PercentComplete = 100 * done / total });
        }
    }

    /// <summary>Takes away a bar that is there.</summary>
    public void EndProgress()
    {
        if (shown is { } activity)
        {
            shown = null;
            cmdlet.WriteProgress(new ProgressRecord(ActivityId, activity, "done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
