using System.Runtime.CompilerServices;

namespace Lvx.Tests.Pi18;

/// <summary>Values as wide as the wire lets them be, and now and then none. One seed always gives the same ones.</summary>
internal sealed class AnyField(int seed)
{
    private readonly Random random = new(seed);

    public decimal? Tenths(int digits) => Whole(digits) / 10m;

    public int? Whole(int digits) => Whole(0, Greatest(digits));

    public int? Whole(int least, int greatest) => None() ? null : random.Next(least, greatest + 1);

    /// <summary>A minus takes the place of a digit.</summary>
    public int? Signed(int digits) => Whole(-Greatest(digits - 1), Greatest(digits));

    /// <summary>Named codes and codes that no document knows.</summary>
    public TEnum? Code<TEnum>(int digits = 1)
        where TEnum : struct, Enum => Whole(digits) is { } code ? Unsafe.BitCast<int, TEnum>(code) : null;

    public bool? Bit() => None() ? null : random.Next(2) == 1;

    public string? Digits(int least, int most) => None()
        ? null
        : string.Concat(Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => (char)random.Next('0', '9' + 1)));

    /// <summary>None, or some fields behind the known ones, empty ones and odd bytes among them.</summary>
    public string? Extra(int mostFields) => random.Next(2) == 0
        ? null
        : string.Join(',', Enumerable.Range(0, random.Next(1, mostFields + 1)).Select(_ => random.Next(4) switch
        {
            0 => "",
            1 => "\u0002 \u00ff",
            _ => random.Next(1000).ToString("D3", System.Globalization.CultureInfo.InvariantCulture),
        }));

    public uint Mask(int bits) => (uint)random.NextInt64(1L << bits);

    public int Number(int least, int greatest) => random.Next(least, greatest + 1);

    private static int Greatest(int digits) => (int)Math.Pow(10, digits) - 1;

    private bool None() => random.Next(8) == 0;
}
