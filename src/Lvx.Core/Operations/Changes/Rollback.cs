namespace Lvx.Core.Operations;

/// <summary>Puts back, in reverse order, what a run applied before it failed; each step with the same proof as any other.</summary>
internal sealed class Rollback(StepRunner runner, Receipt receipt, ChangeOptions options)
{
    private const string Why = "put back, since a later change failed";

    /// <summary>Puts back.</summary>
    /// <param name="applied">What was applied, in the order in which it was.</param>
    /// <param name="strays">What changed beside it and should not have.</param>
    public void Run(IReadOnlyList<(UnitUnderChange Unit, PlannedWrite Write)> applied, IReadOnlyList<(UnitUnderChange Unit, PlannedChange Stray)> strays)
    {
        foreach ((UnitUnderChange unit, PlannedChange stray) in strays)
        {
            PutBack(unit, WriteGroup.Of(stray.Setting), [stray], _ => { });
        }

        foreach ((UnitUnderChange unit, PlannedWrite write) in applied.Reverse())
        {
            PutBack(unit, write.Group, write.Changes, failure => receipt.Amend(
                unit,
                write,
                failure is null ? ChangeOutcome.RolledBack : unit.IsUncertain ? ChangeOutcome.Unknown : ChangeOutcome.Applied,
                failure is null ? "It had been applied, and was put back, since a later change failed." : $"It could not be put back. {failure}"));
        }
    }

    private void PutBack(UnitUnderChange unit, WriteGroup? group, IReadOnlyList<PlannedChange> changes, Action<string?> note)
    {
        // What was written though it was the same is as it was.
        string? failure = !changes.Any(change => change.IsDifferent) ? null
            : group is null || Reverse(unit, group, changes) is not { } back ? "PI18 can't set the old value; set it on the LCD." : Try(unit, back);
        note(failure);
        if (failure is not null)
        {
            receipt.Fail(unit.Port, LvxErrors.RollbackFailed(unit.Port.Device, $"{string.Join(", ", changes.Where(change => change.IsReal).Select(change => change.Setting.Label))}. {failure}"));
        }
    }

    /// <returns>Why it failed; null when it did not.</returns>
    private string? Try(UnitUnderChange unit, PlannedWrite back)
    {
        StepResult result = runner.Run(unit, back, Why, isRollback: true);
        return result.IsGood ? null : result.Reason;
    }

    /// <summary>The setter that brings back what a write changed; what travels with it and was not changed keeps the value that it has.</summary>
    private PlannedWrite? Reverse(UnitUnderChange unit, WriteGroup group, IReadOnlyList<PlannedChange> changes)
    {
        PlannedChange[] real = [.. changes.Where(change => change.IsDifferent)];
        SettingsState present = SettingsState.Of(unit.Settings);
        if (real.Any(change => change.From is null || SettingLimits.Beyond(new PlannedChange(change.Setting, change.To, change.From), present) is not null))
        {
            return null;
        }

        SettingsState goal = present.With(real.Select(change => new KeyValuePair<SettingDefinition, object>(change.Setting, change.From!)));
        try
        {
            return new PlannedWrite(
                group,
                [.. group.Settings.Where(setting => goal[setting] is not null).Select(setting => new PlannedChange(setting, present[setting], goal[setting]!))],
                group.SetterFor(goal, options.ParallelId),
                Why);
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or InvalidOperationException)
        {
            return null;
        }
    }
}
