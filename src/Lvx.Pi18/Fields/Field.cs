namespace Lvx.Pi18;

/// <summary>One field of an answer, for whoever lists answers of any kind.</summary>
/// <param name="Name">Its name in the project's vocabulary, in camelCase.</param>
/// <param name="Value">A number, a code, a Boolean, text, a date, or no value.</param>
/// <param name="Unit">The unit's symbol (V, A, Hz, W, VA, %, °C, Wh), where it has one.</param>
public sealed record Field(string Name, object? Value, string? Unit = null);
