namespace Lvx.Core.Operations;

/// <summary>Puts back, in reverse order, what a run applied before it failed; each step with the same proof as any other.</summary>
internal sealed class Rollback(StepRunner runner, Receipt receipt, ChangeOptions options, IHost host)
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

        var left = new List<(UnitUnderChange Unit, PlannedWrite Write)>();
        foreach ((UnitUnderChange unit, PlannedWrite write) in applied.Reverse())
        {
            PutBack(unit, write.Group, write.Changes, failure =>
            {
                receipt.Amend(
                    unit,
                    write,
                    failure is null ? ChangeOutcome.RolledBack : unit.IsUncertain ? ChangeOutcome.Unknown : ChangeOutcome.Applied,
                    failure is null ? "It had been applied, and was put back, since a later change failed." : $"It could not be put back. {failure}");
                if (failure is not null)
                {
                    left.Add((unit, write));
                }
            });
        }

        // The old battery type brings its voltages with it, those that could not be put back among them.
        foreach ((UnitUnderChange unit, PlannedWrite write) in left.Where(undone => !undone.Unit.IsUncertain && undone.Write.Changes.All(change => Equals(change.From, undone.Unit.Now(change.Setting)))))
        {
            receipt.Amend(unit, write, ChangeOutcome.RolledBack, "It had been applied, and is as it was, since a later change failed.");
        }
    }

    private void PutBack(UnitUnderChange unit, WriteGroup? group, IReadOnlyList<PlannedChange> changes, Action<string?> note)
    {
        // What was written though it was the same is as it was.
        string? failure = !changes.Any(change => change.IsDifferent) ? null
            : Blind(unit) is { } blind ? blind
            : group is null || Reverse(unit, group, changes) is not { } back ? "PI18 can't set the old value; set it on the LCD."
            : Breach(unit, back) is { } breach ? breach
            : Try(unit, back);
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
        if (result.Outcome != ChangeOutcome.Applied)
        {
            return result.Reason;
        }

        if (result.Strays.Count > 0)
        {
            receipt.Fail(unit.Port, LvxErrors.RollbackFailed(unit.Port.Device, $"{string.Join(", ", result.Strays.Select(stray => stray.Setting.Label))}. {result.Reason}"));
        }

        return null;
    }

    /// <summary>What cannot be read is not written to either: what a setter would leave it with is not known.</summary>
    private string? Blind(UnitUnderChange unit)
    {
        if (!unit.IsUncertain)
        {
            return null;
        }

        try
        {
            unit.ReadUntilSteady(options, host);
            return null;
        }
        catch (LvxException error)
        {
            return $"What the unit has now cannot be read. {error.Message} Nothing was sent.";
        }
    }

    /// <summary>Where one step could not be put back, those before it may not go back past it: the order of voltages holds on the way back as well.</summary>
    private static string? Breach(UnitUnderChange unit, PlannedWrite back)
    {
        SettingsState present = SettingsState.Of(unit.Settings);
        SettingsState after = present.With(back.Values);
        if (back.Group == WriteGroup.BatteryType)
        {
            // The old type brings its own voltages.
            var found = SettingsState.Of(unit.Found);
            after = after.With(WriteGroup.BulkAndFloat.Settings.Concat(WriteGroup.CutOff.Settings).Where(setting => found[setting] is not null).Select(setting => new KeyValuePair<SettingDefinition, object>(setting, found[setting]!)));
        }

        IReadOnlyList<VoltageOrder.Breach> before = VoltageOrder.Breaches(present);
        return VoltageOrder.Breaches(after).FirstOrDefault(breach => !before.Any(breach.IsSame)) is { } broken ? $"It would break the order of voltages: {broken}. Nothing was sent." : null;
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
