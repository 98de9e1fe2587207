using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Lvx.Pi18;

/// <summary>Writes an answer's fields as a unit sends them. No value becomes an empty field, so that reading it back gives no value again.</summary>
internal sealed class FieldWriter : IFieldVisitor
{
    private readonly StringBuilder body = new();
    private bool any;

    public string Body => body.ToString();

    public void Tenths(string name, decimal? value, int digits, string unit) =>
        Whole(name, value is { } v ? (int)decimal.Round(v * 10, MidpointRounding.AwayFromZero) : null, digits);

    public void Whole(string name, int? value, int digits, string? unit = null) => Put(Digits(value, digits));

    public void Code<TEnum>(string name, TEnum? value, int digits = 1)
        where TEnum : struct, Enum => Put(Digits(value is { } v ? Unsafe.BitCast<TEnum, int>(v) : null, digits));

    public void Bit(string name, bool? value) => Put(value switch { true => "1", false => "0", null => "" });

    public void Text(string name, string? value) => Put(value ?? "");

    public void Derived(string name, object? value, string wire, string? unit = null) => Put(wire);

    private static string Digits(int? value, int digits) => value switch
    {
        null => "",
        < 0 => value.Value.ToString("D" + Math.Max(1, digits - 1), CultureInfo.InvariantCulture),
        _ => value.Value.ToString("D" + digits, CultureInfo.InvariantCulture),
    };

    private void Put(string field)
    {
        if (any)
        {
            body.Append(',');
        }

        any = true;
        body.Append(field);
    }
}
