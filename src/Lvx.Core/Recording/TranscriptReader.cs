using Lvx.Core.Files;

namespace Lvx.Core.Recording;

/// <summary>Reads a transcript whole. It is data from anywhere: bounded in size, and refused with the line's number when it has not the form.</summary>
internal static class TranscriptReader
{
    private const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>The entries of each device, the devices in the order in which they first appear.</summary>
    /// <exception cref="LvxException">No such file, too large, or a line that has not the form.</exception>
    public static IReadOnlyList<IReadOnlyList<TranscriptEntry>> Read(string path, string device)
    {
        string[] lines = Lines(path, device);
        if (lines[0] != TranscriptFormat.Header)
        {
            throw LvxErrors.Replay(device, $"{path} is no transcript: its first line is not '{TranscriptFormat.Header}'.");
        }

        var devices = new List<IReadOnlyList<TranscriptEntry>>();
        var byName = new Dictionary<string, List<TranscriptEntry>>(StringComparer.Ordinal);
        for (int i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length == 0 || lines[i][0] == '#')
            {
                continue;
            }

            TranscriptEntry entry = TranscriptFormat.Parse(lines[i], i + 1) ?? throw LvxErrors.Replay(device, $"{path}, line {i + 1}: not of the form of a transcript.");
            if (!byName.TryGetValue(entry.Device, out List<TranscriptEntry>? entries))
            {
                byName.Add(entry.Device, entries = []);
                devices.Add(entries);
            }

            entries.Add(entry);
        }

        return devices.Count > 0 ? devices : throw LvxErrors.Replay(device, $"{path} holds no frames.");
    }

    private static string[] Lines(string path, string device)
    {
        try
        {
            return BoundedFile.ReadText(path, MaxBytes).ReplaceLineEndings("\n").Split('\n');
        }
        catch (LvxException error) when (error.Error == LvxError.FileNotReadable)
        {
            throw LvxErrors.Replay(device, $"it cannot be read: {error.Message}");
        }
    }
}
