namespace Lvx.Simulator;

/// <summary>How a unit departs from its documents. The defaults are what was seen on LVX6048 units.</summary>
public sealed record Quirks
{
    /// <summary>Everything on, as seen live.</summary>
    public static Quirks Live { get; } = new();

    /// <summary>A unit that does what the documents say; checksums are required all the same.</summary>
    public static Quirks None { get; } = new()
    {
        RefuseChargeCurrentWhileCharging = false,
        IgnoreTwoDigitOutputPriority = false,
        ReadBackLag = 0,
        RefuseReDischargeAboveFloat = false,
        RefuseReDischargeZero = false,
    };

    /// <summary><c>MCHGC</c> is refused while current flows into the battery.</summary>
    public bool RefuseChargeCurrentWhileCharging { get; init; } = true;

    /// <summary><c>POP01</c> is accepted and does nothing. Off: it does what <c>POP1</c> does.</summary>
    public bool IgnoreTwoDigitOutputPriority { get; init; } = true;

    /// <summary>How many PIRI reads after a write still show the old values, 0 and up.</summary>
    public int ReadBackLag { get; init; } = 1;

    /// <summary>A re-discharge voltage above float is refused.</summary>
    public bool RefuseReDischargeAboveFloat { get; init; } = true;

    /// <summary>A re-discharge voltage of 000 ("when full") is refused, though documented.</summary>
    public bool RefuseReDischargeZero { get; init; } = true;

    /// <summary>A request without a fitting checksum is refused. Off: it is taken as it is, also without any checksum.</summary>
    public bool RequireChecksum { get; init; } = true;

    /// <summary>Field 0 of PGS is the unit's index, as a toolset that ran on the LVX6048 read it. Off: it is 1 where there is a unit, as both documents say.</summary>
    public bool SlotFieldIsIndex { get; init; }
}
