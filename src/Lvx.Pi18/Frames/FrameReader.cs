namespace Lvx.Pi18;

/// <summary>
/// Finds frames in a run of bytes. A pure function: the caller keeps the bytes, hands over what it has, and drops what was consumed.
/// </summary>
public static class FrameReader
{
    /// <summary>The longest frame that three digits of length can announce: header, body and trailer.</summary>
    public const int MaxFrameLength = HeaderLength + 999;

    /// <summary><c>^Tnnn</c>.</summary>
    public const int HeaderLength = 5;

    /// <summary>Two bytes of checksum and the CR.</summary>
    public const int TrailerLength = 3;

    private const byte Caret = (byte)'^';
    private const byte Parenthesis = (byte)'(';
    private const byte Cr = 0x0D;

    // ^1 and ^0 carry no length: they are always five bytes.
    private const int ShortAnswerLength = 5;

    private static ReadOnlySpan<byte> Pi30Nak => "(NAKss\r"u8;

    private static ReadOnlySpan<byte> Pi30Ack => "(ACK9 \r"u8;

    /// <summary>
    /// Looks at the start of <paramref name="input"/>.
    /// </summary>
    /// <param name="input">The bytes received and not yet consumed.</param>
    /// <param name="frame">The frame, or what was skipped and as what.</param>
    /// <param name="consumed">How many bytes the caller may drop; 0 when more are needed.</param>
    public static ReadOutcome TryRead(ReadOnlySpan<byte> input, out Frame frame, out int consumed)
    {
        frame = default;
        consumed = 0;
        if (input.IsEmpty)
        {
            return ReadOutcome.NeedMore;
        }

        return input[0] switch
        {
            Caret => ReadFromCaret(input, out frame, out consumed),
            Parenthesis => ReadFromParenthesis(input, out frame, out consumed),
            _ => Skip(input, FrameKind.Noise, NextStart(input, 0), out frame, out consumed),
        };
    }

    /// <summary>How many more bytes the frame at the start of <paramref name="input"/> takes, as far as its beginning tells: the length in a header is advisory, and has been seen wrong.</summary>
    /// <param name="input">What <see cref="TryRead"/> found to be too little.</param>
    /// <returns>At least 1.</returns>
    public static int Missing(ReadOnlySpan<byte> input)
    {
        int whole = input switch
        {
            [Parenthesis, ..] => Pi30Nak.Length,
            [Caret, (byte)'0' or (byte)'1', ..] => ShortAnswerLength,
            [Caret, _, >= (byte)'0' and <= (byte)'9' and var hundreds, >= (byte)'0' and <= (byte)'9' and var tens, >= (byte)'0' and <= (byte)'9' and var ones, ..] =>
                HeaderLength + ((hundreds - '0') * 100) + ((tens - '0') * 10) + (ones - '0'),
            [Caret, ..] => HeaderLength,
            _ => 1,
        };
        return Math.Max(1, whole - input.Length);
    }

    private static ReadOutcome ReadFromCaret(ReadOnlySpan<byte> input, out Frame frame, out int consumed)
    {
        frame = default;
        consumed = 0;
        if (input.Length < 2)
        {
            return ReadOutcome.NeedMore;
        }

        FrameKind kind = input[1] switch
        {
            (byte)'D' => FrameKind.Answer,
            (byte)'P' => FrameKind.Query,
            (byte)'S' => FrameKind.Setter,
            (byte)'1' => FrameKind.Accepted,
            (byte)'0' => FrameKind.Refused,
            _ => FrameKind.Noise,
        };

        return kind switch
        {
            FrameKind.Noise => Skip(input, FrameKind.Noise, NextStart(input, 1), out frame, out consumed),
            FrameKind.Accepted or FrameKind.Refused => ReadShort(input, kind, out frame, out consumed),
            _ => ReadLong(input, kind, out frame, out consumed),
        };
    }

    private static ReadOutcome ReadShort(ReadOnlySpan<byte> input, FrameKind kind, out Frame frame, out int consumed)
    {
        frame = default;
        consumed = 0;
        int cr = input[2..Math.Min(input.Length, ShortAnswerLength)].IndexOf(Cr);
        if (cr >= 0 && cr + 2 < ShortAnswerLength - 1)
        {
            return Skip(input, FrameKind.Damaged, Resync(input[..(cr + 3)]), out frame, out consumed);
        }

        if (input.Length < ShortAnswerLength)
        {
            return ReadOutcome.NeedMore;
        }

        ReadOnlySpan<byte> raw = input[..ShortAnswerLength];
        if (raw[4] != Cr || !Crc16.Fits(raw[..2], raw[2], raw[3]))
        {
            return Skip(input, FrameKind.Damaged, Resync(raw), out frame, out consumed);
        }

        consumed = ShortAnswerLength;
        frame = new Frame(kind, raw);
        return ReadOutcome.Complete;
    }

    private static ReadOutcome ReadLong(ReadOnlySpan<byte> input, FrameKind kind, out Frame frame, out int consumed)
    {
        frame = default;
        consumed = 0;
        int declared = 0;
        for (int i = 2; i < HeaderLength; i++)
        {
            if (i >= input.Length)
            {
                return ReadOutcome.NeedMore;
            }

            if (!char.IsAsciiDigit((char)input[i]))
            {
                return Skip(input, FrameKind.Noise, NextStart(input, 1), out frame, out consumed);
            }

            declared = (declared * 10) + (input[i] - '0');
        }

        int cr = input[HeaderLength..].IndexOf(Cr);
        if (cr < 0)
        {
            return input.Length < MaxFrameLength
                ? ReadOutcome.NeedMore
                : Skip(input, FrameKind.Damaged, NextStart(input, 1), out frame, out consumed);
        }

        ReadOnlySpan<byte> raw = input[..(HeaderLength + cr + 1)];
        if (raw.Length is < HeaderLength + TrailerLength or > MaxFrameLength
            || !Crc16.Fits(raw[..^TrailerLength], raw[^3], raw[^2])
            || HidesAnother(raw, declared))
        {
            return Skip(input, FrameKind.Damaged, Resync(raw), out frame, out consumed);
        }

        consumed = raw.Length;
        frame = new Frame(kind, raw, raw[HeaderLength..^TrailerLength], declared);
        return ReadOutcome.Complete;
    }

    private static ReadOutcome ReadFromParenthesis(ReadOnlySpan<byte> input, out Frame frame, out int consumed)
    {
        frame = default;
        consumed = 0;
        ReadOnlySpan<byte> seen = input[..Math.Min(input.Length, Pi30Nak.Length)];
        bool nak = Pi30Nak.StartsWith(seen);
        if (!nak && !Pi30Ack.StartsWith(seen))
        {
            return Skip(input, FrameKind.Noise, NextStart(input, 1), out frame, out consumed);
        }

        if (seen.Length < Pi30Nak.Length)
        {
            return ReadOutcome.NeedMore;
        }

        consumed = seen.Length;
        frame = new Frame(nak ? FrameKind.Pi30Refused : FrameKind.Pi30Accepted, seen);
        return ReadOutcome.Complete;
    }

    /// <summary>
    /// This checksum runs on through a checksum as if nothing had been before it: a frame that lost only its CR, and the whole one behind it, fit together as one. Their length
    /// does not, and no body holds a caret.
    /// </summary>
    private static bool HidesAnother(ReadOnlySpan<byte> raw, int declared) =>
        raw.Length != HeaderLength + declared && raw[1..^TrailerLength].Contains(Caret);

    private static ReadOutcome Skip(ReadOnlySpan<byte> input, FrameKind kind, int length, out Frame frame, out int consumed)
    {
        consumed = length;
        frame = new Frame(kind, input[..length]);
        return ReadOutcome.Skip;
    }

    /// <summary>A damaged frame may hold the start of a sound one (its own end was lost): go on at the next caret inside it, else behind it.</summary>
    private static int Resync(ReadOnlySpan<byte> raw)
    {
        int caret = raw[1..].IndexOf(Caret);
        return caret < 0 ? raw.Length : caret + 1;
    }

    private static int NextStart(ReadOnlySpan<byte> input, int from)
    {
        int next = input[from..].IndexOfAny(Caret, Parenthesis);
        return next < 0 ? input.Length : from + next;
    }
}
