namespace Lvx.Pi18;

/// <summary>What a fault code means, and what to do about it.</summary>
/// <param name="Code">The code on the LCD and in FWS; 0 is none.</param>
/// <param name="Text">Its meaning in a few words.</param>
/// <param name="NextStep">What to do next; empty when there is no fault.</param>
public sealed record FaultInfo(int Code, string Text, string NextStep)
{
    /// <inheritdoc/>
    public override string ToString() => Code == 0 ? Text : $"{Code} {Text}";
}
