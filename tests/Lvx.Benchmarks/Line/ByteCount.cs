using System.Collections.Concurrent;
using Lvx.Core.Recording;

namespace Lvx.Benchmarks;

/// <summary>Counts the bytes that pass on each device, both ways: on a half-duplex conversation they take their turns on the line.</summary>
internal sealed class ByteCount : IFrameLog
{
    private readonly ConcurrentDictionary<string, int> bytes = new(StringComparer.Ordinal);

    public int Most => bytes.Values.Max();

    public void Write(DateTime time, string device, FrameLogKind kind, ReadOnlySpan<byte> bytes, string text = "")
    {
        int length = bytes.Length;
        this.bytes.AddOrUpdate(device, length, (_, sum) => sum + length);
    }
}
