using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>What came of one unit's part of an operation: a value, or the error that stands in its place.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="Unit">The unit.</param>
/// <param name="Value">The value; null when there is an error.</param>
/// <param name="Error">The error; null when there is a value.</param>
public sealed record UnitOutcome<T>(UnitPort Unit, T? Value, LvxException? Error)
    where T : class;
