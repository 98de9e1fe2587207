namespace Lvx.Fuzz.Running;

/// <summary>What can come of one input.</summary>
internal enum VerdictKind
{
    /// <summary>It gave a value, and the value is right.</summary>
    Accepted = 0,

    /// <summary>It gave no value, or a named error.</summary>
    Refused,

    /// <summary>It gave a value that is not in it, or none where there is one.</summary>
    Wrong,

    /// <summary>It gave an exception that nobody named.</summary>
    Unnamed,

    /// <summary>It took too long, or too much memory.</summary>
    Unbounded,
}
