namespace Lvx.Core.Operations;

/// <summary>Two sides, compared setting by setting.</summary>
public sealed class SettingsComparison
{
    internal SettingsComparison(SettingsSide reference, SettingsSide difference, SettingsScope scope)
    {
        ReferenceName = reference.Name;
        DifferenceName = difference.Name;
        Settings = [.. reference.ToCompare(scope, difference).Select(setting => new LvxSettingComparison(setting, reference, difference))];
    }

    /// <summary>What it is compared with.</summary>
    public string ReferenceName { get; }

    /// <summary>What is compared.</summary>
    public string DifferenceName { get; }

    /// <summary>Every setting that was compared, in the order of the catalogue.</summary>
    public IReadOnlyList<LvxSettingComparison> Settings { get; }

    /// <summary>How many of them are the same.</summary>
    public int Matching => Settings.Count(setting => setting.Match);

    /// <summary>Whether all of them are the same, and there is at least one.</summary>
    public bool Match => Settings.Count > 0 && Matching == Settings.Count;

    /// <summary>The closing line: <c>12/12 settings match</c>, with the names.</summary>
    public override string ToString() => $"{Matching}/{Settings.Count} settings match ({DifferenceName} against {ReferenceName})";
}
