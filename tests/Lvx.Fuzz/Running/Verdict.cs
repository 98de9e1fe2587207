namespace Lvx.Fuzz.Running;

/// <summary>What came of one input.</summary>
/// <param name="Kind">Taken, refused, or wrong.</param>
/// <param name="Reason">Why it was refused, or what is wrong.</param>
internal readonly record struct Verdict(VerdictKind Kind, string Reason)
{
    public static Verdict Accepted { get; } = new(VerdictKind.Accepted, "");

    public static Verdict Refused(string reason) => new(VerdictKind.Refused, reason);

    public static Verdict Wrong(string what) => new(VerdictKind.Wrong, what);
}
