using System.Runtime.CompilerServices;
using System.Text;

namespace Lvx.Pi18;

/// <summary>
/// Takes the comma separated fields of an answer one after the other, without allocating. A field that is empty, missing or no number is no value,
/// never 0. Numbers are read invariantly.
/// </summary>
public ref struct FieldReader
{
    // Nine digits always fit an int; longer runs are no reading that any document knows.
    private const int MaxDigits = 9;

    private ReadOnlySpan<byte> rest;
    private bool ended;

    /// <summary>A reader at the first field of <paramref name="body"/>.</summary>
    public FieldReader(ReadOnlySpan<byte> body) => rest = body;

    /// <summary>Whether every field was taken.</summary>
    public readonly bool AtEnd => ended;

    /// <summary>The bytes of the next field; empty when it is empty or none is left.</summary>
    public ReadOnlySpan<byte> Next()
    {
        int comma = rest.IndexOf((byte)',');
        ReadOnlySpan<byte> field = comma < 0 ? rest : rest[..comma];
        if (comma < 0)
        {
            ended = true;
            rest = default;
        }
        else
        {
            rest = rest[(comma + 1)..];
        }

        return field;
    }

    /// <summary>The next field as a whole number from 0 to <paramref name="max"/>.</summary>
    public int? Whole(int max = int.MaxValue) => TryWhole(Next(), out int value) && value <= max ? value : null;

    /// <summary>The next field as a whole number with a sign: a temperature, which alone can be below 0.</summary>
    public int? Signed() => TrySigned(Next(), out int value) ? value : null;

    /// <summary>The next field, sent in tenths, in its own unit.</summary>
    public decimal? Tenths() => TryWhole(Next(), out int value) ? new decimal(value, 0, 0, isNegative: false, scale: 1) : null;

    /// <summary>The next field as a code; a number that no document knows stays as it is.</summary>
    public TEnum? Code<TEnum>()
        where TEnum : struct, Enum
    {
        return TryWhole(Next(), out int value) ? Unsafe.BitCast<int, TEnum>(value) : null;
    }

    /// <summary>The next field as 0 or 1; anything else is no value.</summary>
    public bool? Bit() => TryWhole(Next(), out int value) && value is 0 or 1 ? value == 1 : null;

    /// <summary>The next field as text; an empty one is no value.</summary>
    public string? Text()
    {
        ReadOnlySpan<byte> field = Next();
        return field.IsEmpty ? null : Encoding.Latin1.GetString(field);
    }

    /// <summary>Whatever fields are left, commas and all; no value when there are none.</summary>
    public string? Rest()
    {
        if (ended)
        {
            return null;
        }

        ended = true;
        string text = Encoding.Latin1.GetString(rest);
        rest = default;
        return text;
    }

    /// <summary>Digits and nothing else: signs, spaces and separators make it no number, and so <c>-0</c> is none.</summary>
    private static bool TryWhole(ReadOnlySpan<byte> field, out int value)
    {
        value = 0;
        if (field.Length is 0 or > MaxDigits)
        {
            return false;
        }

        int sum = 0;
        foreach (byte digit in field)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            sum = (sum * 10) + (digit - '0');
        }

        value = sum;
        return true;
    }

    /// <summary>The same with a minus before the digits at most.</summary>
    private static bool TrySigned(ReadOnlySpan<byte> field, out int value)
    {
        bool isBelow = field.StartsWith("-"u8);
        bool isNumber = TryWhole(isBelow ? field[1..] : field, out value);
        value = isBelow ? -value : value;
        return isNumber;
    }
}
