namespace Lvx.Pi18;

/// <summary><c>VFW</c>: the firmware of the three processors. Text: leading zeros count.</summary>
public sealed record Firmware : Answer
{
    /// <summary>The question.</summary>
    public static Query<Firmware> Query { get; } = new("VFW", Shape.Of(3, 8, (5, 5), (5, 5), (5, 5)), static (ref r) => new()
    {
        Main = r.Text(),
        Slave1 = r.Text(),
        Slave2 = r.Text(),
        Extra = r.Rest(),
    });

    /// <summary>The main processor's. Units in parallel must have the same, or fault 71 comes.</summary>
    public string? Main { get; init; }

    /// <summary>The first slave processor's; it may differ between units.</summary>
    public string? Slave1 { get; init; }

    /// <summary>The second slave processor's; it may differ between units.</summary>
    public string? Slave2 { get; init; }

    /// <inheritdoc/>
    protected override void Walk(IFieldVisitor visitor)
    {
        visitor.Text("mainFirmware", Main);
        visitor.Text("slave1Firmware", Slave1);
        visitor.Text("slave2Firmware", Slave2);
    }
}
