namespace Lvx.Pi18;

/// <summary>One frame, as a view of the bytes it was read from; valid until those bytes are written over.</summary>
public readonly ref struct Frame
{
    internal Frame(FrameKind kind, ReadOnlySpan<byte> raw, ReadOnlySpan<byte> body = default, int? declaredLength = null)
    {
        Kind = kind;
        Raw = raw;
        Body = body;
        DeclaredLength = declaredLength;
    }

    /// <summary>What it is.</summary>
    public FrameKind Kind { get; }

    /// <summary>Every byte of it, the closing CR included.</summary>
    public ReadOnlySpan<byte> Raw { get; }

    /// <summary>What stands between the header and the checksum; empty for <c>^1</c>, <c>^0</c> and what is no frame.</summary>
    public ReadOnlySpan<byte> Body { get; }

    /// <summary>The three digits of the header; no value where the form has none. Advisory: a genuine frame exists whose digits are wrong and whose checksum is right.</summary>
    public int? DeclaredLength { get; }

    /// <summary>Whether the digits of the header say what is there: body and the three bytes of checksum and CR.</summary>
    public bool LengthFits => DeclaredLength is null || DeclaredLength == Body.Length + FrameReader.TrailerLength;
}
