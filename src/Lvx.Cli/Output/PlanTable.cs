using Lvx.Core.Operations;

namespace Lvx.Cli.Output;

/// <summary>The writes of a plan in their order, each with what is sent and why it stands there.</summary>
internal static class PlanTable
{
    public static void Write(TextWriter output, int width, IReadOnlyList<LvxPlannedWrite> writes)
    {
        foreach (IGrouping<string, LvxPlannedWrite> unit in writes.GroupBy(write => write.Device))
        {
            output.WriteLine($"{Shown.Value(unit.First().Name)} ({Shown.Value(unit.First().SerialNumber)})");
            foreach (LvxPlannedWrite write in unit)
            {
                string head = FormattableString.Invariant($"  {write.Order}. ");
                string rest = new(' ', head.Length);
                foreach ((int index, string line) in Columns.Wrap($"{write.Action}  [{write.Frame}]", Math.Max(20, width - head.Length)).Index())
                {
                    output.WriteLine((index == 0 ? head : rest) + line);
                }

                foreach (string line in Columns.Wrap(write.Why, Math.Max(20, width - head.Length)))
                {
                    output.WriteLine(rest + line);
                }
            }
        }
    }
}
