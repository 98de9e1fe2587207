using Lvx.Core.Recording;

namespace Lvx.Core.Links.Replay;

/// <summary>One device's part of a transcript, and how far it has been played. Survives a reopen, since a recording may hold one.</summary>
internal sealed class ReplayTape(IReadOnlyList<TranscriptEntry> entries)
{
    private int next;

    /// <summary>The entry that is to come; no value at the end.</summary>
    public TranscriptEntry? Next => next < entries.Count ? entries[next] : null;

    /// <summary>Whether the link was lost in the recording, so that the next open goes on behind it.</summary>
    public bool Lost { get; set; }

    public void Advance() => next++;

    /// <summary>Whether anything that was said is left: a time-out, which needs no bytes, is not.</summary>
    public TranscriptEntry? Leftover()
    {
        for (int i = next; i < entries.Count; i++)
        {
            if (entries[i].Kind != FrameLogKind.Failed)
            {
                return entries[i];
            }
        }

        return null;
    }
}
