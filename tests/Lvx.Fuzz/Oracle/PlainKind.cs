namespace Lvx.Fuzz.Oracle;

/// <summary>How the text of a field is meant.</summary>
internal enum PlainKind
{
    /// <summary>A whole number of tenths.</summary>
    Tenths = 0,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A whole number of percent, 100 at most.</summary>
    Percent,

    /// <summary>A whole number of percent, of three digits at most.</summary>
    Load,

    /// <summary>A temperature, which may be below 0.</summary>
    Signed,

    /// <summary>A code.</summary>
    Code,

    /// <summary>0 or 1.</summary>
    Bit,

    /// <summary>Text as it is.</summary>
    Text,

    /// <summary>Year to second.</summary>
    Clock,

    /// <summary>Hour and minute.</summary>
    TimeOfDay,

    /// <summary>Watt hours.</summary>
    Energy,

    /// <summary>Two digits of length, then the serial number in twenty.</summary>
    LongSerial,

    /// <summary>The serial number in twenty digits, of which the field before says how many count.</summary>
    Serial,
}
