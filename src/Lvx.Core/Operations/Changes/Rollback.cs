using Lvx.Pi18;

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
            PutBack(unit, new PlannedWrite(WriteGroup.Of(stray.Setting) ?? WriteGroup.BatteryType, [stray], null!), isStray: true);
        }

        foreach ((UnitUnderChange unit, PlannedWrite write) in applied.Reverse())
        {
            PutBack(unit, write, isStray: false);
        }
    }

    private void PutBack(UnitUnderChange unit, PlannedWrite write, bool isStray)
    {
        if (Reverse(unit, write) is not { } back)
        {
            Failed(unit, write, isStray, "PI18 can't set the old value; set it on the LCD.");
            return;
        }

        StepResult result = runner.Run(unit, back, Why);
        if (result.IsGood)
        {
            if (!isStray)
            {
                receipt.Amend(unit, write, ChangeOutcome.RolledBack, "It had been applied, and was put back, since a later change failed.");
            }

            return;
        }

        Failed(unit, write, isStray, result.Reason);
    }

    private void Failed(UnitUnderChange unit, PlannedWrite write, bool isStray, string reason)
    {
        if (!isStray)
        {
            receipt.Amend(unit, write, unit.IsUncertain ? ChangeOutcome.Unknown : ChangeOutcome.Applied, $"It could not be put back. {reason}");
        }

        receipt.Fail(unit.Port, LvxErrors.RollbackFailed(unit.Port.Device, $"{string.Join(", ", write.Changes.Where(change => change.IsReal).Select(change => change.Setting.Label))}. {reason}"));
    }

    /// <summary>The setter that brings back what a write changed; what travels with it keeps the value that it has.</summary>
    private PlannedWrite? Reverse(UnitUnderChange unit, PlannedWrite write)
    {
        if (write.Changes.Any(change => change.IsReal && change.From is null))
        {
            return null;
        }

        SettingsState goal = SettingsState.Of(unit.Settings).With(write.Changes.Where(change => change.From is not null).Select(change => new KeyValuePair<SettingDefinition, object>(change.Setting, change.From!)));
        PlannedChange[] changes = [.. write.Group.Settings.Where(setting => goal[setting] is not null).Select(setting => new PlannedChange(setting, unit.Settings.ValueOf(setting), goal[setting]!))];
        if (write.Changes.Any(change => change.IsReal && SettingLimits.Beyond(new PlannedChange(change.Setting, change.To, change.From!), goal) is not null))
        {
            return null;
        }

        try
        {
            return new PlannedWrite(write.Group, changes, write.Group.SetterFor(goal, options.ParallelId));
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or InvalidOperationException)
        {
            return null;
        }
    }
}
