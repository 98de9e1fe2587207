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
            foreach (PlannedChange change in unit.Plan.ToDo.Where(change => !lines.ContainsKey((unit, change.Setting))))
            {
                Note(unit, change, ChangeOutcome.NotAttempted, reason);
            }
        }
    }

    public ChangeReport Close(IReadOnlyList<UnitUnderChange> units) => new(
        [
            .. lines.OrderBy(line => units.Index().First(unit => unit.Item == line.Key.Unit).Index)
                .ThenBy(line => SettingCatalogue.All.Index().First(setting => setting.Item == line.Key.Setting).Index)
                .Select(line => (line.Key.Unit, line.Key.Setting, Last: line.Key.Unit.IsUncertain ? Uncertain(line.Value) : line.Value))
                .Select(line => new LvxSettingChange(
                    line.Unit.Port, line.Unit.SerialNumber, line.Setting, line.Last.From, line.Last.To, line.Unit.Now(line.Setting), line.Last.Outcome, line.Last.Reason, line.Last.Elapsed)),
        ],
        planned,
        errors,
        [.. units.Select(unit => unit.Settings)],
        HasLeftOpen);

    /// <summary>What was proven before a unit fell silent is not what it surely has now.</summary>
    private static Line Uncertain(Line line) => line.Outcome is ChangeOutcome.Applied or ChangeOutcome.Refused or ChangeOutcome.Reverted or ChangeOutcome.RolledBack
        ? line with { Outcome = ChangeOutcome.Unknown, Reason = $"{line.Reason} Before the unit could no longer be read it was {SettingText.Words(line.Outcome.ToString()).Replace('_', ' ')}.".TrimStart() }
        : line;

    private sealed record Line(object? From, object To, ChangeOutcome Outcome, string Reason, TimeSpan Elapsed);
}
