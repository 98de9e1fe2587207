using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>Collects what becomes of every wanted setting; a later word on one takes the place of an earlier one.</summary>
internal sealed class Receipt
{
    private readonly Dictionary<(UnitUnderChange Unit, SettingDefinition Setting), Line> lines = [];
    private readonly List<(UnitPort Unit, LvxException Error)> errors = [];
    private readonly List<LvxPlannedWrite> planned = [];

    public IReadOnlyList<(UnitPort Unit, LvxException Error)> Errors => errors;

    public bool HasLeftOpen { get; set; }

    public void Fail(UnitPort unit, LvxException error) => errors.Add((unit, error));

    public void Show(UnitUnderChange unit, PlannedWrite write) =>
        planned.Add(new LvxPlannedWrite(unit.Port, unit.SerialNumber, planned.Count(other => other.Device == unit.Port.Device) + 1, write));

    public void Note(UnitUnderChange unit, PlannedChange change, ChangeOutcome outcome, string reason, TimeSpan elapsed = default) =>
        lines[(unit, change.Setting)] = new Line(lines.TryGetValue((unit, change.Setting), out Line? first) ? first.From : change.From, change.To, outcome, reason, elapsed);

    public void Note(UnitUnderChange unit, PlannedWrite write, ChangeOutcome outcome, string reason, TimeSpan elapsed = default)
    {
        foreach (PlannedChange change in write.Changes.Where(change => change.IsReal))
        {
            Note(unit, change, outcome, reason, elapsed);
        }
    }

    /// <summary>The same line with another outcome, such as after it was put back.</summary>
    public void Amend(UnitUnderChange unit, PlannedWrite write, ChangeOutcome outcome, string reason)
    {
        foreach (PlannedChange change in write.Changes.Where(change => change.IsReal))
        {
            if (lines.TryGetValue((unit, change.Setting), out Line? line))
            {
                lines[(unit, change.Setting)] = line with { Outcome = outcome, Reason = reason };
            }
        }
    }

    /// <summary>What is wanted and has no line yet was not tried.</summary>
    public void NoteRest(IEnumerable<UnitUnderChange> units, string reason)
    {
        foreach (UnitUnderChange unit in units)
        {
            foreach (PlannedChange change in unit.Plan.Writes.SelectMany(write => write.Changes).Where(change => change.IsReal && !lines.ContainsKey((unit, change.Setting))))
            {
                Note(unit, change, ChangeOutcome.NotAttempted, reason);
            }
        }
    }

    public ChangeReport Close(IReadOnlyList<UnitUnderChange> units) => new(
        [
            .. lines.OrderBy(line => units.Index().First(unit => unit.Item == line.Key.Unit).Index)
                .ThenBy(line => SettingCatalogue.All.Index().First(setting => setting.Item == line.Key.Setting).Index)
                .Select(line => new LvxSettingChange(
                    line.Key.Unit.Port, line.Key.Unit.SerialNumber, line.Key.Setting, line.Value.From, line.Value.To, line.Key.Unit.Now(line.Key.Setting), line.Value.Outcome, line.Value.Reason, line.Value.Elapsed)),
        ],
        planned,
        errors,
        [.. units.Select(unit => unit.Settings)],
        HasLeftOpen);

    private sealed record Line(object? From, object To, ChangeOutcome Outcome, string Reason, TimeSpan Elapsed);
}
