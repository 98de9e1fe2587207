using System.Globalization;
using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>
/// Plans how a unit is brought to what is wanted. A pure function: no unit, no clock. The order of voltages holds in every state between two writes where it held before;
/// a re-discharge is never sent above the float that is in force then, which units refuse.
/// </summary>
internal static class ChangePlanner
{
    /// <summary>Plans.</summary>
    /// <param name="present">The unit's settings as they are.</param>
    /// <param name="wanted">What is wanted; what it does not name stays as it is.</param>
    /// <param name="parallelId">The parallel id in setters that carry one; 0 on each unit's own cable.</param>
    /// <param name="leaveOut">Whether what PI18 can't write is left out and told, rather than a problem.</param>
    /// <param name="anyway">What is written though it looks the same; see <see cref="Anyway"/>.</param>
    public static ChangePlan Plan(
        SettingsState present,
        IReadOnlyList<KeyValuePair<SettingDefinition, object>> wanted,
        int parallelId = 0,
        bool leaveOut = false,
        IReadOnlySet<SettingDefinition>? anyway = null)
    {
        var problems = new List<string>();
        var warnings = new List<string>();
        var onLcd = new List<(PlannedChange, string)>();
        PlannedChange[] changes = [.. wanted.Select(want => new PlannedChange(want.Key, present[want.Key], want.Value, anyway?.Contains(want.Key) == true))];
        var writable = new List<PlannedChange>();
        foreach (PlannedChange change in changes.Where(change => change.IsReal))
        {
            if (SettingLimits.Beyond(change, present) is not { } reason)
            {
                writable.Add(change);
                warnings.AddRange(SettingLimits.Warnings(change, present));
            }
            else if (leaveOut)
            {
                onLcd.Add((change, reason));
            }
            else
            {
                problems.Add(reason);
            }
        }

        if (leaveOut)
        {
            LeaveToType(present, writable, onLcd);
        }

        present = UnderItsType(present, writable, onLcd);
        SettingsState goal = present.With(writable.Select(change => new KeyValuePair<SettingDefinition, object>(change.Setting, change.To)));
        WriteGroup[] groups = [.. WriteGroup.All.Where(group => writable.Any(change => group.Settings.Contains(change.Setting)))];
        problems.AddRange(TypeProblems(goal, groups));
        CheckOrder(present, goal, groups, problems, warnings);
        List<PlannedWrite> writes = problems.Count > 0 ? [] : Writes(present, goal, [.. Arrange(present, goal, groups)], parallelId, writable, problems);
        return new ChangePlan(
            problems.Count > 0 ? [] : writes,
            [.. changes.Where(change => !change.IsReal)],
            onLcd,
            [.. changes.Where(change => change.IsReal && !onLcd.Exists(left => left.Item1 == change))],
            problems,
            warnings);
    }

    /// <summary>Back under another type than User a unit has that type's own bulk, float and cut-off; they are not written, and looked at when the type is there.</summary>
    private static void LeaveToType(SettingsState present, List<PlannedChange> writable, List<(PlannedChange, string)> leftOut)
    {
        SettingDefinition battery = SettingCatalogue.Find(nameof(LvxSettings.BatteryType))!;
        object? type = writable.Find(change => change.Setting == battery)?.To ?? present[battery];
        if (type is null || BatteryType.User.Equals(type))
        {
            return;
        }

        foreach (PlannedChange own in writable.Where(change => IsOfType(change.Setting)).ToArray())
        {
            writable.Remove(own);
            leftOut.Add((own, $"Under battery type {type} a unit has that type's own."));
        }
    }

    /// <summary>A unit that gets another type than User has that type's own voltages from then on: those that it had under it, where they are known.</summary>
    private static SettingsState UnderItsType(SettingsState present, List<PlannedChange> writable, List<(PlannedChange Change, string Reason)> leftOut) =>
        writable.Exists(change => change.Setting.Name == nameof(LvxSettings.BatteryType) && !BatteryType.User.Equals(change.To))
            ? present.With(leftOut.Where(left => IsOfType(left.Change.Setting)).Select(left => new KeyValuePair<SettingDefinition, object>(left.Change.Setting, left.Change.To)))
            : present;

    private static bool IsOfType(SettingDefinition setting) => WriteGroup.BulkAndFloat.Settings.Contains(setting) || WriteGroup.CutOff.Settings.Contains(setting);

    /// <summary>
    /// What is to be written though it looks the same. Under another battery type than User a unit shows that type's own bulk, float and cut-off; what its user's are shows only
    /// when it is User again, and then they are not left to chance.
    /// </summary>
    public static IReadOnlySet<SettingDefinition> Anyway(SettingsState present, IReadOnlyList<KeyValuePair<SettingDefinition, object>> wanted) =>
        wanted.Any(want => want.Key.Name == nameof(LvxSettings.BatteryType) && BatteryType.User.Equals(want.Value) && !want.Value.Equals(present[want.Key]))
            ? wanted.Select(want => want.Key).Where(IsOfType).ToHashSet()
            : new HashSet<SettingDefinition>();

    private static IEnumerable<string> TypeProblems(SettingsState goal, WriteGroup[] groups)
    {
        object? type = goal[SettingCatalogue.Find(nameof(LvxSettings.BatteryType))!];
        if (BatteryType.User.Equals(type))
        {
            return [];
        }

        // A unit refuses these under another type, and charges by its own.
        return groups.Where(group => group == WriteGroup.BulkAndFloat || group == WriteGroup.CutOff).Select(group =>
            $"{string.Join(" and ", group.Settings.Select(setting => setting.Label))} can be set under battery type User only, and it {(type is null ? "is not known" : $"would be {type}")}: set the battery type to User as well.");
    }

    /// <summary>A breach that is there already and that nobody touches is told; one that would come, or would be written into, is a problem.</summary>
    private static void CheckOrder(SettingsState present, SettingsState goal, WriteGroup[] groups, List<string> problems, List<string> warnings)
    {
        IReadOnlyList<VoltageOrder.Breach> before = VoltageOrder.Breaches(present);
        IReadOnlyList<VoltageOrder.Breach> after = VoltageOrder.Breaches(goal);
        foreach (VoltageOrder.Breach found in before)
        {
            bool mended = !after.Any(found.IsSame);
            warnings.Add($"As found, {found}{(mended ? "; this mends it." : $": name {found.Lower.Label} or {found.Upper.Label} as well to mend it.")}");
        }

        foreach (VoltageOrder.Breach breach in after)
        {
            bool touched = groups.Any(group => group.Settings.Contains(breach.Lower) || group.Settings.Contains(breach.Upper));
            if (touched || !before.Any(breach.IsSame))
            {
                string[] unnamed = [.. new[] { breach.Lower, breach.Upper }.Where(setting => goal[setting]?.Equals(present[setting]) == true).Select(setting => setting.Label)];
                problems.Add($"{Capitalised(breach.ToString())}{(unnamed.Length == 1 ? $": set {unnamed[0]} as well" : "")}.");
            }
        }
    }

    /// <summary>Of the orders in which the three setters of voltages can be sent, the first in which nothing is broken on the way that was not broken before.</summary>
    private static IEnumerable<WriteGroup> Arrange(SettingsState present, SettingsState goal, WriteGroup[] groups)
    {
        WriteGroup[] voltages = [.. groups.Where(IsVoltage)];
        WriteGroup[] best = Permutations(voltages).MinBy(order => Harm(present, goal, order)) ?? [];
        return [.. groups.TakeWhile(group => !IsVoltage(group)), .. best, .. groups.SkipWhile(group => !IsVoltage(group)).Where(group => !IsVoltage(group))];
    }

    private static bool IsVoltage(WriteGroup group) => group.Settings[0].Kind == SettingKind.Voltage;

    /// <summary>How many breaches an order makes on its way, one that the unit would refuse counting far more.</summary>
    private static int Harm(SettingsState present, SettingsState goal, WriteGroup[] order)
    {
        const int refused = 100;
        IReadOnlyList<VoltageOrder.Breach> before = VoltageOrder.Breaches(present);
        SettingsState state = present;
        int harm = 0;
        foreach (WriteGroup group in order)
        {
            state = state.With(group.Settings.Select(setting => new KeyValuePair<SettingDefinition, object>(setting, goal[setting]!)).Where(pair => pair.Value is not null));
            IReadOnlyList<VoltageOrder.Breach> now = VoltageOrder.Breaches(state);
            harm += now.Count(breach => !before.Any(breach.IsSame));
            harm += group == WriteGroup.ReChargeAndReDischarge && now.Any(breach => breach.Upper.Name == nameof(LvxSettings.FloatVoltage)) ? refused : 0;
        }

        return harm;
    }

    private static IEnumerable<WriteGroup[]> Permutations(WriteGroup[] groups) => groups.Length <= 1
        ? [groups]
        : groups.SelectMany(first => Permutations([.. groups.Where(group => group != first)]).Select(rest => (WriteGroup[])[first, .. rest]));

    private static List<PlannedWrite> Writes(SettingsState present, SettingsState goal, WriteGroup[] groups, int parallelId, List<PlannedChange> writable, List<string> problems)
    {
        var writes = new List<PlannedWrite>();
        foreach ((int index, WriteGroup group) in groups.Index())
        {
            PlannedChange[] changes = [.. group.Settings.Where(setting => goal[setting] is not null).Select(setting =>
                writable.Find(change => change.Setting == setting) ?? new PlannedChange(setting, present[setting], goal[setting]!))];
            try
            {
                writes.Add(new PlannedWrite(group, changes, group.SetterFor(goal, parallelId), PlanReasons.Of(present, goal, groups, index, changes)));
            }
            catch (Exception error) when (error is ArgumentOutOfRangeException or InvalidOperationException)
            {
                // What is wanted was checked; what travels with it and stays as it is was not.
                PlannedChange? stays = changes.FirstOrDefault(change => !change.IsReal);
                problems.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{string.Join(" and ", group.Settings.Select(setting => setting.Label))} travel together, and {(stays is null ? "one of them is not known" : $"{stays.Setting.Label} {SettingText.Format(stays.Setting, stays.To)} is beyond what PI18 can say")}: name both."));
            }
        }

        return writes;
    }

    private static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
