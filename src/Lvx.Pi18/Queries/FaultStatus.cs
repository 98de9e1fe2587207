namespace Lvx.Pi18;

/// <summary><c>FWS</c>: the fault that stopped the unit, and its warnings.</summary>
/// <remarks>A code and 17 flags as captured; the 2017 document has 16 flags. Flags behind those are kept and shown by their number.</remarks>
public sealed record FaultStatus : Answer
{
    private static readonly string[] Texts =
    [
        "line fail", "output short", "inverter over temperature", "fan lock", "battery high", "battery low", "battery under", "overload", "EEPROM fail",
        "power limit", "PV1 high", "PV2 high", "MPPT1 overload", "MPPT2 overload", "battery too low for SCC1", "battery too low for SCC2", "battery open",
    ];

    private static readonly string[] Names =
    [
        "lineFail", "outputShort", "inverterOverTemperature", "fanLock", "batteryHigh", "batteryLow", "batteryUnder", "overload", "eepromFail",
        "powerLimit", "pv1High", "pv2High", "mppt1Overload", "mppt2Overload", "batteryTooLowForScc1", "batteryTooLowForScc2", "batteryOpen",
    ];

    /// <summary>The question.</summary>
    public static Query<FaultStatus> Query { get; } = new("FWS", Shape.Of(17, 26, (2, 2), (1, 1), (1, 1), (1, 1)), Decode, printedLength: 5);

    /// <summary>How many flags have a name.</summary>
    public static int KnownFlags => Names.Length;

    /// <summary>The fault code; 0 is none. <see cref="FaultTable"/> knows the meanings.</summary>
    public int? FaultCode { get; init; }

    /// <summary>The flags that were sent, in order, bit 0 first: 1 is raised.</summary>
    public uint Raised { get; init; }

    /// <summary>The flags that held something else than 0 or 1, and so say nothing, bit 0 first.</summary>
    public uint Unreadable { get; init; }

    /// <summary>How many flags were sent.</summary>
    public int FlagCount { get; init; } = Names.Length;

    /// <summary>The raised warnings in words; a flag that no document knows as "warning 18" and so on.</summary>
    public IReadOnlyList<string> Warnings
    {
        get
        {
            if (Raised == 0)
            {
                return [];
            }

            var warnings = new List<string>();
            for (int flag = 0; flag < FlagCount; flag++)
            {
                if ((Raised & (1u << flag)) != 0)
                {
                    warnings.Add(flag < Texts.Length ? Texts[flag] : $"warning {flag + 1}");
                }
            }

            return warnings;
        }
    }

    /// <inheritdoc/>
    protected override void Walk(IFieldVisitor visitor)
    {
        visitor.Whole("faultCode", FaultCode, 2);
        for (int flag = 0; flag < FlagCount; flag++)
        {
            bool? value = (Unreadable & (1u << flag)) != 0 ? null : (Raised & (1u << flag)) != 0;
            visitor.Bit(flag < Names.Length ? Names[flag] : $"warning{flag + 1}", value);
        }
    }

    private static FaultStatus Decode(ref FieldReader reader)
    {
        int? code = reader.Whole();
        uint raised = 0;
        uint unreadable = 0;
        int count = 0;
        while (!reader.AtEnd)
        {
            bool? bit = reader.Bit();
            raised |= bit == true ? 1u << count : 0;
            unreadable |= bit is null ? 1u << count : 0;
            count++;
        }

        return new FaultStatus { FaultCode = code, Raised = raised, Unreadable = unreadable, FlagCount = count };
    }
}
