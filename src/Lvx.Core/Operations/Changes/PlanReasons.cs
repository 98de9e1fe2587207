namespace Lvx.Core.Operations;

/// <summary>Says why a write stands at its place in a plan: what would break if a later one came before it.</summary>
internal static class PlanReasons
{
    public static string Of(SettingsState present, SettingsState goal, WriteGroup[] groups, int index, IReadOnlyList<PlannedChange> changes)
    {
        WriteGroup group = groups[index];
        SettingsState before = groups.Take(index).Aggregate(present, (state, earlier) => After(state, earlier, goal));
        IReadOnlyList<VoltageOrder.Breach> now = VoltageOrder.Breaches(before);
        SettingsState here = After(before, group, goal);

        // What breaks when a later one comes first, and does not when this one did.
        string[] reasons =
        [
            .. groups.Skip(index + 1).SelectMany(later => VoltageOrder.Breaches(After(before, later, goal))
                .Where(breach => !now.Any(breach.IsSame) && !VoltageOrder.Breaches(After(here, later, goal)).Any(breach.IsSame))
                .Select(breach => $"before {Names(later)}: else {breach.AsState} for a moment")),
        ];
        string place = reasons.Length > 0 ? string.Join("; ", reasons) : group.Why;
        return changes.Any(change => change.IsForced)
            ? $"{place}; written even where it looks the same, since under another battery type a unit shows that type's own voltages"
            : place;
    }

    private static SettingsState After(SettingsState state, WriteGroup group, SettingsState goal) => state.With(
        group.Settings.Where(setting => goal[setting] is not null).Select(setting => new KeyValuePair<SettingDefinition, object>(setting, goal[setting]!)));

    private static string Names(WriteGroup group) => string.Join(" and ", group.Settings.Select(setting => setting.Label));
}
