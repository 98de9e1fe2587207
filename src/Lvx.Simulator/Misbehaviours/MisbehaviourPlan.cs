using Lvx.Pi18;

namespace Lvx.Simulator;

/// <summary>Which misbehaviours are still to come.</summary>
internal sealed class MisbehaviourPlan
{
    private readonly List<(Misbehaviour What, int Left)> plan;

    public MisbehaviourPlan(IEnumerable<Misbehaviour> misbehaviours) => plan = [.. misbehaviours.Select(m => (m, m.Times ?? int.MaxValue))];

    /// <summary>What goes wrong with this request: the first that concerns it and is not used up.</summary>
    public Misbehaviour? Next(ReceivedRequest request)
    {
        for (int i = 0; i < plan.Count; i++)
        {
            (Misbehaviour what, int left) = plan[i];
            if (left > 0 && what.Concerns(request.Text) && (!what.IsOfSetters || request.Kind == FrameKind.Setter))
            {
                plan[i] = (what, what.Times is null ? left : left - 1);
                return what;
            }
        }

        return null;
    }
}
