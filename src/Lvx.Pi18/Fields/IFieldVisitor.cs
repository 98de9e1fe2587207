namespace Lvx.Pi18;

/// <summary>Is shown each field of an answer in the order of the wire. What writes an answer and what lists one are both visitors, so the order stands once.</summary>
public interface IFieldVisitor
{
    /// <summary>A number sent in tenths.</summary>
    /// <param name="name">Its name in the project's vocabulary.</param>
    /// <param name="value">In its own unit, or no value.</param>
    /// <param name="digits">How many digits it takes on the wire.</param>
    /// <param name="unit">The unit's symbol.</param>
    void Tenths(string name, decimal? value, int digits, string unit);

    /// <summary>A whole number.</summary>
    /// <param name="name">Its name in the project's vocabulary.</param>
    /// <param name="value">In its own unit, or no value.</param>
    /// <param name="digits">How many digits it takes on the wire.</param>
    /// <param name="unit">The unit's symbol, where it has one.</param>
    void Whole(string name, int? value, int digits, string? unit = null);

    /// <summary>A code with named values.</summary>
    /// <param name="name">Its name in the project's vocabulary.</param>
    /// <param name="value">The code, named or not, or no value.</param>
    /// <param name="digits">How many digits it takes on the wire.</param>
    void Code<TEnum>(string name, TEnum? value, int digits = 1)
        where TEnum : struct, Enum;

    /// <summary>A 0 or 1.</summary>
    /// <param name="name">Its name in the project's vocabulary.</param>
    /// <param name="value">Off or on, or no value.</param>
    void Bit(string name, bool? value);

    /// <summary>Text, kept as it came.</summary>
    /// <param name="name">Its name in the project's vocabulary.</param>
    /// <param name="value">The text, or no value.</param>
    void Text(string name, string? value);

    /// <summary>A single field whose text on the wire stands for another value: a date, a serial number.</summary>
    /// <param name="name">Its name in the project's vocabulary.</param>
    /// <param name="value">The value it stands for, or none.</param>
    /// <param name="wire">The text that travels.</param>
    /// <param name="unit">The unit's symbol, where it has one.</param>
    void Derived(string name, object? value, string wire, string? unit = null);
}
