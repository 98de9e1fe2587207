namespace Lvx.Core.Sessions;

/// <summary>What must happen on a line before the next question.</summary>
internal enum Cleanliness
{
    /// <summary>Nothing: every question was answered.</summary>
    Clean = 0,

    /// <summary>It must be silent for a moment: something was damaged.</summary>
    Noisy,

    /// <summary>An answer is owed and may still come: silence, and then the unit must have answered its ID again.</summary>
    Owing,
}
