namespace Lvx.Simulator;

/// <summary>The ways in which a line or a unit goes wrong.</summary>
public enum MisbehaviourKind
{
    /// <summary><c>silence</c>: the request is swallowed; nothing is done, nothing is said.</summary>
    Silence = 0,

    /// <summary><c>late</c>: the answer comes after a while, 4 s by default; until then nothing else is read, and further questions queue.</summary>
    Late,

    /// <summary><c>bad-crc</c>: a byte of the answer's checksum is wrong.</summary>
    BadCrc,

    /// <summary><c>wrong-length</c>: the three digits of the header are wrong, under a checksum that fits them.</summary>
    WrongLength,

    /// <summary><c>garbage</c>: noise before the answer, with carets, parentheses and CRs in it.</summary>
    Garbage,

    /// <summary><c>truncate</c>: the answer breaks off and is never continued.</summary>
    Truncate,

    /// <summary><c>refuse</c>: the request is answered with <c>^0</c>, and nothing is done.</summary>
    Refuse,

    /// <summary><c>double</c>: the answer comes twice, back to back.</summary>
    Double,

    /// <summary><c>other</c>: a sound answer to another question, of another shape.</summary>
    Other,

    /// <summary><c>unplug</c>: the link goes away in the middle of the answer; it is back after a while, 0.5 s by default.</summary>
    Unplug,

    /// <summary><c>padding</c>: 00 after the CR up to a multiple of 8, as HID reports are filled.</summary>
    Padding,

    /// <summary><c>trickle</c>: one byte at a time, 0.05 s apart by default.</summary>
    Trickle,

    /// <summary><c>ignore</c>: a setter is answered with <c>^1</c>, and nothing is done. Questions are answered as ever.</summary>
    Ignore,

    /// <summary><c>revert</c>: a setter is obeyed, shows at once, and what it changed goes back after a while, 0.3 s by default. Questions are answered as ever.</summary>
    Revert,

    /// <summary><c>stray</c>: a setter is obeyed, and the buzzer is switched with it (with a setter of the buzzer, the backlight). Questions are answered as ever.</summary>
    Stray,
}
