using System.Diagnostics.CodeAnalysis;
using Lvx.Pi18;

namespace Lvx.Simulator;

/// <summary>Finds requests among the bytes that a unit receives.</summary>
internal sealed class RequestReader
{
    private const int LongestWord = 64;
    private const byte Cr = 0x0D;

    private readonly byte[] buffer = new byte[FrameReader.MaxFrameLength + 1];
    private readonly List<byte> word = [];
    private int count;

    /// <summary>Takes in one byte; <see cref="TryNext"/> is to be called after each.</summary>
    public void Feed(byte b) => buffer[count++] = b;

    /// <summary>The request that the last byte completed.</summary>
    public bool TryNext([MaybeNullWhen(false)] out ReceivedRequest request)
    {
        while (FrameReader.TryRead(buffer.AsSpan(0, count), out Frame frame, out int consumed) != ReadOutcome.NeedMore)
        {
            ReceivedRequest? found = frame.Kind switch
            {
                FrameKind.Query or FrameKind.Setter => new ReceivedRequest(frame.Kind, frame.Body.ToArray()),
                FrameKind.Damaged when IsRequest(frame.Raw) => new ReceivedRequest(FrameKind.Damaged, frame.Raw.ToArray()),
                FrameKind.Noise => Word(frame.Raw),
                _ => null,
            };
            buffer.AsSpan(consumed, count - consumed).CopyTo(buffer);
            count -= consumed;
            if (found is { } whole)
            {
                request = whole;
                return true;
            }
        }

        request = default;
        return false;
    }

    /// <summary>Forgets the beginning of a request whose rest will not come.</summary>
    public void Reset()
    {
        count = 0;
        word.Clear();
    }

    // What the reader gives up in the middle, to go on at a caret inside, is no request of its own.
    private static bool IsRequest(ReadOnlySpan<byte> raw) => raw[^1] == Cr && (raw.StartsWith("^P"u8) || raw.StartsWith("^S"u8));

    /// <summary>Requests of the PI30 family are no frames here but a word from Q to CR, which comes as noise, byte by byte.</summary>
    private ReceivedRequest? Word(ReadOnlySpan<byte> noise)
    {
        ReceivedRequest? found = null;
        foreach (byte b in noise)
        {
            if (word.Count > 0 || b == 'Q')
            {
                word.Add(b);
            }

            if (b == Cr && word.Count > 0)
            {
                found = new ReceivedRequest(FrameKind.Noise, [.. word]);
            }

            if (b == Cr || word.Count > LongestWord)
            {
                word.Clear();
            }
        }

        return found;
    }
}
