using System.Collections.Concurrent;
using System.Globalization;
using Lvx.Core.Recording;

namespace Lvx.Core.Links.Replay;

/// <summary><c>replay:FILE</c>: a transcript played back; <c>replay:FILE#2</c> is the second device in it.</summary>
internal sealed class ReplayLinkKind : ILinkKind
{
    private const string Scheme = "replay:";

    // Tapes that were stopped by a recorded loss of the device, and go on at the next open.
    private readonly ConcurrentDictionary<string, ReplayTape> stopped = new(StringComparer.Ordinal);

    public string Form => "replay:FILE";

    public bool ReachesHardware => false;

    public bool Claims(string device) => device.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<string> Expand(string device)
    {
        (string path, int? number) = Parse(device);
        int count = TranscriptReader.Read(path, device).Count;
        return number is not null || count == 1
            ? [device]
            : Enumerable.Range(1, count).Select(n => string.Create(CultureInfo.InvariantCulture, $"{device}#{n}")).ToArray();
    }

    public string NameOf(string device) => Path.GetFileName(device[Scheme.Length..]);

    public Link Open(string device, LinkOptions options, CancellationToken cancellation)
    {
        if (!stopped.TryRemove(device, out ReplayTape? tape) || !tape.Lost)
        {
            (string path, int? number) = Parse(device);
            IReadOnlyList<IReadOnlyList<TranscriptEntry>> devices = TranscriptReader.Read(path, device);
            tape = number is null or > 0 && (number ?? 1) <= devices.Count
                ? new ReplayTape(devices[(number ?? 1) - 1])
                : throw LvxErrors.Replay(device, $"the recording holds {devices.Count} devices.");
        }

        tape.Lost = false;
        stopped[device] = tape;
        TranscriptEntry? first = tape.Next;
        switch (first?.Kind)
        {
            case FrameLogKind.Opened:
                tape.Advance();
                return new ReplayLink(device, options.Access, tape, first.Time);
            case FrameLogKind.Failed:
                tape.Advance();
                throw Recorded(device, first);
            default:
                throw LvxErrors.Replay(device, first is null ? "the recording is at its end." : $"the recording has no open where one is made: line {first.Line}.");
        }
    }

    private static LvxException Recorded(string device, TranscriptEntry entry)
    {
        string id = entry.Text.Split(' ', 2)[0];
        return new LvxException(
            Enum.TryParse(id, out LvxError error) && Enum.GetName(error) == id ? error : LvxError.ReplayFailed,
            device,
            $"opening it failed, as recorded in line {entry.Line}: {entry.Text}",
            "This is a recording: see what the recorded device says now.");
    }

    private static (string Path, int? Number) Parse(string device)
    {
        string path = device[Scheme.Length..];
        int hash = path.LastIndexOf('#');
        return hash > 0 && !File.Exists(path) && int.TryParse(path[(hash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? (path[..hash], number)
            : (path, null);
    }
}
