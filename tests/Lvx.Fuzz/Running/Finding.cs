namespace Lvx.Fuzz.Running;

/// <summary>An input that shows a mistake, with what it takes to make it again.</summary>
internal sealed record Finding(string Target, ulong Seed, long Index, VerdictKind Kind, string What, byte[] Input)
{
    private const int Shown = 40_000;

    public string Hex => Convert.ToHexStringLower(Input);

    public override string ToString()
    {
        string hex = Hex.Length <= Shown ? Hex : Hex[..Shown] + "...";
        return $"{Kind}: {What}\n  again: --target {Target} --seed {Seed} --from {Index} --count 1\n  input: {hex}";
    }
}
