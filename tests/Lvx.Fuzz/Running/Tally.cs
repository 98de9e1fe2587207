namespace Lvx.Fuzz.Running;

/// <summary>What one worker counted.</summary>
internal sealed class Tally
{
    public Dictionary<string, long> Refusals { get; } = new(StringComparer.Ordinal);

    public List<Finding> Findings { get; } = [];

    public long Inputs { get; private set; }

    public long Accepted { get; private set; }

    public long Unnamed { get; private set; }

    public long Wrong { get; private set; }

    public long Unbounded { get; private set; }

    public TimeSpan Worst { get; private set; }

    public long MostBytes { get; private set; }

    public void Count(Verdict verdict, TimeSpan took, long bytes)
    {
        Inputs++;
        Worst = took > Worst ? took : Worst;
        MostBytes = Math.Max(MostBytes, bytes);
        switch (verdict.Kind)
        {
            case VerdictKind.Accepted:
                Accepted++;
                break;
            case VerdictKind.Refused:
                Refusals[verdict.Reason] = Refusals.GetValueOrDefault(verdict.Reason) + 1;
                break;
            case VerdictKind.Wrong:
                Wrong++;
                break;
            case VerdictKind.Unnamed:
                Unnamed++;
                break;
            default:
                Unbounded++;
                break;
        }
    }
}
