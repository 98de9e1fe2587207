namespace Lvx.Core.Sessions;

/// <summary>What a unit said to a setter. None of these proves the setting: read back.</summary>
public enum SetterOutcome
{
    /// <summary>Nothing that can be understood: no answer, a damaged one, or the device went away. It may have been applied all the same.</summary>
    Unknown = 0,

    /// <summary><c>^1</c>.</summary>
    Accepted,

    /// <summary><c>^0</c>.</summary>
    Refused,
}
