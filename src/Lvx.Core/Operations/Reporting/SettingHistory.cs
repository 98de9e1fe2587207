namespace Lvx.Core.Operations.Reporting;

/// <summary>What became of one setting of one unit.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Setting">The setting.</param>
/// <param name="Found">As found; <c>--</c> where that is not known.</param>
/// <param name="Requested">What was last asked for; <c>--</c> where nothing was.</param>
/// <param name="Left">As left.</param>
/// <param name="Last">The last write of it; null where there is none.</param>
internal sealed record SettingHistory(UnitSurvey Unit, SettingDefinition Setting, string Found, string Requested, string Left, JournalWrite? Last)
{
    /// <summary>Whether it has what was last asked for, or nothing was.</summary>
    public bool IsAsRequested => Last is null || Last.Outcome is "RolledBack" || Requested == Left;

    /// <summary>What that comes to, in words.</summary>
    public string Result =>
        Last is null ? "changed, not by a write in the journal: on the LCD, or by another program"
        : Last.Outcome is "RolledBack" ? "put back, since another change failed"
        : Requested == Left ? (Found == Left ? "as requested, and as found" : "as requested")
        : "NOT as requested";
}
