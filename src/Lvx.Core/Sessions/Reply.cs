using Lvx.Pi18;

namespace Lvx.Core.Sessions;

/// <summary>An answer with what surrounds it.</summary>
/// <typeparam name="TAnswer">The type of the answer.</typeparam>
/// <param name="Answer">The answer, decoded.</param>
/// <param name="Raw">The body of the frame as it came, byte for byte (Latin-1).</param>
/// <param name="Timestamp">When its last byte came, in UTC.</param>
public sealed record Reply<TAnswer>(TAnswer Answer, string Raw, DateTime Timestamp)
    where TAnswer : Answer;
