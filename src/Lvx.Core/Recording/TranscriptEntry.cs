namespace Lvx.Core.Recording;

/// <summary>One line of a transcript.</summary>
/// <param name="Line">Its number in the file, from 1.</param>
/// <param name="Time">When, in UTC.</param>
/// <param name="Device">On which device, escaped as in the file.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Bytes">The bytes, for what was sent or received.</param>
/// <param name="Text">The error's id and words, for what failed; otherwise the bytes as text.</param>
internal sealed record TranscriptEntry(int Line, DateTime Time, string Device, FrameLogKind Kind, byte[] Bytes, string Text);
