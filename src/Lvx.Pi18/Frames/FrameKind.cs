namespace Lvx.Pi18;

/// <summary>What a run of bytes on the line turned out to be.</summary>
public enum FrameKind
{
    /// <summary>Bytes that belong to no frame: noise before a <c>^</c>, or the 00 padding of a HID report.</summary>
    Noise = 0,

    /// <summary>Something that began as a frame and whose checksum or form does not hold.</summary>
    Damaged,

    /// <summary><c>^P</c>: a question. Read back by its sender, it is an echo.</summary>
    Query,

    /// <summary><c>^S</c>: a setting to change. Read back by its sender, it is an echo.</summary>
    Setter,

    /// <summary><c>^D</c>: the answer to a question. It does not say to which.</summary>
    Answer,

    /// <summary><c>^1</c>: a setter was accepted. That it took effect is another matter.</summary>
    Accepted,

    /// <summary><c>^0</c>: a setter was refused, or a question is unsupported, lacks its date, or met a passing upset.</summary>
    Refused,

    /// <summary><c>(ACK</c> of the PI30 family, which some PI18 units also say.</summary>
    Pi30Accepted,

    /// <summary><c>(NAK</c> of the PI30 family, which some PI18 units also say.</summary>
    Pi30Refused,
}
