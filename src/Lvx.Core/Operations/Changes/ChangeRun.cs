namespace Lvx.Core.Operations;

/// <summary>Carries out the plans of units that were all read and checked.</summary>
internal sealed class ChangeRun(RunJournal journal, IChangeWitness witness, ChangeOptions options, IHost host, Receipt receipt)
{
    private const string Stopped = "An earlier change failed, and nothing more was sent.";

    private readonly StepRunner runner = new(options, journal, host);
    private readonly List<(UnitUnderChange Unit, PlannedWrite Write)> applied = [];
    private readonly List<(UnitUnderChange Unit, PlannedChange Stray)> strays = [];
    private IReadOnlyList<UnitUnderChange> all = [];
    private bool isKept;
    private (UnitUnderChange Unit, PlannedWrite Write)? failed;

    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Go(List<UnitUnderChange> units, ChangeWish wanted)
    {
        all = units;
        foreach (UnitUnderChange unit in units)
        {
            if (Change(unit, wanted))
            {
                LookAtWhatFollowed(unit);
            }
            else
            {
                receipt.NoteRest(units, Stopped);
                LookOnceMore(units);
                if (!options.NoRollback)
                {
                    new Rollback(runner, receipt, options, host).Run(applied, strays);
                    LookOnceMore(units);
                }

                return;
            }
        }
    }

    private bool Change(UnitUnderChange unit, ChangeWish wanted)
    {
        var declined = new HashSet<SettingDefinition>();
        var written = new HashSet<WriteGroup>();
        KeyValuePair<SettingDefinition, object>[] wish = [.. wanted.For(unit.Found)];
        HashSet<SettingDefinition> anyway = [.. ChangePlanner.Anyway(SettingsState.Of(unit.Found), wish)];
        ChangePlan plan = unit.Plan;
        while (plan.Writes.Count > 0)
        {
            PlannedWrite write = plan.Writes[0];
            if (written.Contains(write.Group))
            {
                return Fail(unit, write, ChangeOutcome.Reverted, "It had been applied, and then it was gone again when another setting had been written.", default);
            }

            switch (Ask(unit, write))
            {
                case null:
                    return false;
                case Confirmation.OnlyShow:
                    receipt.Show(unit, write);
                    plan = plan with { Writes = [.. plan.Writes.Skip(1)] };
                    continue;
                case Confirmation.Decline:
                    receipt.Note(unit, write, ChangeOutcome.NotAttempted, "It was declined.");
                    declined.UnionWith(write.Changes.Where(change => change.IsReal).Select(change => change.Setting));
                    break;
                default:
                    if (!Write(unit, write))
                    {
                        return false;
                    }

                    written.Add(write.Group);
                    anyway.ExceptWith(write.Group.Settings);
                    break;
            }

            // From what the unit says now: another battery type may have brought other voltages.
            plan = ChangePlanner.Plan(
                SettingsState.Of(unit.Settings), [.. wish.Where(want => !declined.Contains(want.Key))], options.ParallelId, options.LeaveOutWhatCannotBeWritten, anyway);
            if (plan.Problems.Count > 0 && declined.Count == 0)
            {
                receipt.Fail(unit.Port, LvxErrors.ChangeInvalid(unit.Port.Device, plan.Problems));
                return false;
            }

            if (plan.Problems.Count > 0)
            {
                receipt.NoteRest([unit], $"Without what was declined it cannot be written. {string.Join(" ", plan.Problems)}");
                return true;
            }
        }

        return true;
    }

    /// <returns>No value when nobody can be asked any more, in the middle of a change.</returns>
    private Confirmation? Ask(UnitUnderChange unit, PlannedWrite write)
    {
        try
        {
            return host.Confirm(unit.Target, write.Action, write.Why);
        }
        catch (LvxException error) when (applied.Count > 0)
        {
            receipt.Fail(unit.Port, error);
            return null;
        }
    }

    /// <summary>What was left out may have come with what was written: its own voltages with a battery type.</summary>
    private void LookAtWhatFollowed(UnitUnderChange unit)
    {
        PlannedChange[] followed = [.. unit.Plan.OnLcdOnly.Select(left => left.Change).Where(change => change.To.Equals(unit.Now(change.Setting)))];
        foreach (PlannedChange change in followed)
        {
            receipt.Note(unit, change, ChangeOutcome.Applied, "It came with another setting.");
        }

        if (journal.IsBegun)
        {
            journal.AlreadyBack(unit, [.. unit.Plan.AlreadySet, .. followed]);
        }
    }

    private bool Write(UnitUnderChange unit, PlannedWrite write)
    {
        if (!isKept)
        {
            try
            {
                // Of all units before the first write of any: nothing that can fail stands between two of them.
                foreach (UnitUnderChange one in all.Where(one => one.Plan.Writes.Count > 0))
                {
                    host.Tell(witness.Keep(one.Found, journal.Run));
                }

                journal.CloseLeftOpen();
                isKept = true;
            }
            catch (LvxException error)
            {
                receipt.Note(unit, write, ChangeOutcome.NotAttempted, $"{error.Message} Nothing was sent.");
                receipt.Fail(unit.Port, error);
                return false;
            }
        }

        StepResult result = runner.Run(unit, write, write.Why);
        receipt.Note(unit, write, result.Outcome, result.Reason, result.Elapsed);
        if (result.Outcome == ChangeOutcome.Applied)
        {
            applied.Add((unit, write));
        }

        strays.AddRange(result.Strays.Select(stray => (unit, stray)));
        return result.IsGood || Fail(unit, write, result.Outcome, result.Reason, result.Elapsed);
    }

    private bool Fail(UnitUnderChange unit, PlannedWrite write, ChangeOutcome outcome, string reason, TimeSpan elapsed)
    {
        failed = (unit, write);
        receipt.Note(unit, write, outcome, reason, elapsed);
        receipt.Fail(unit.Port, LvxErrors.ChangeFailed(ErrorOf(outcome), unit.Port.Device, write.Action, reason));
        return false;
    }

    private static LvxError ErrorOf(ChangeOutcome outcome) => outcome switch
    {
        ChangeOutcome.Refused or ChangeOutcome.NotAttempted => LvxError.SetterRefused,
        ChangeOutcome.Reverted => LvxError.SettingReverted,
        ChangeOutcome.Applied => LvxError.SettingStray,
        _ => LvxError.SettingUnknown,
    };

    /// <summary>
    /// After a failure the receipt says what each unit has now, as far as it can be read. What could not be read back at first and turns out to have been applied is put back
    /// with the rest.
    /// </summary>
    private void LookOnceMore(List<UnitUnderChange> units)
    {
        foreach (UnitUnderChange unit in units.Where(unit => unit.IsUncertain))
        {
            try
            {
                unit.ReadUntilSteady(options, host);
            }
            catch (LvxException error)
            {
                host.Warning($"{unit.Target}: what it has now cannot be read. {error.Message}");
                continue;
            }

            if (failed is { } last && last.Unit == unit && last.Write.Changes.All(change => Equals(change.To, unit.Now(change.Setting))))
            {
                receipt.Amend(unit, last.Write, ChangeOutcome.Applied, "It could not be read back at first; the unit has it.");
                applied.Add(last);
                failed = null;
            }
            else if (failed is { } lost && lost.Unit == unit && lost.Write.Changes.All(change => Equals(change.From, unit.Now(change.Setting))))
            {
                receipt.Amend(unit, lost.Write, ChangeOutcome.Refused, "It could not be read back at first; the unit has the old value.");
                failed = null;
            }
        }
    }
}
