namespace Lvx.Fuzz.Running;

/// <summary>What came of the inputs to one target.</summary>
internal sealed class Score(ITarget target)
{
    private const int Kept = 20;

    private readonly Lock gate = new();
    private readonly SortedDictionary<string, long> refusals = new(StringComparer.Ordinal);
    private readonly List<Finding> findings = [];

    public ITarget Target => target;

    public long Inputs { get; private set; }

    public long Accepted { get; private set; }

    public long Unnamed { get; private set; }

    public long Wrong { get; private set; }

    public long Unbounded { get; private set; }

    public TimeSpan Took { get; set; }

    public TimeSpan Worst { get; private set; }

    public long MostBytes { get; private set; }

    /// <summary>The refusals by reason.</summary>
    public IReadOnlyDictionary<string, long> Refusals => refusals;

    /// <summary>The first findings; the others are counted only.</summary>
    public IReadOnlyList<Finding> Findings => findings;

    public bool IsClean => Unnamed + Wrong + Unbounded == 0;

    /// <summary>Takes in what one worker counted.</summary>
    public void Add(Tally tally)
    {
        lock (gate)
        {
            Inputs += tally.Inputs;
            Accepted += tally.Accepted;
            Unnamed += tally.Unnamed;
            Wrong += tally.Wrong;
            Unbounded += tally.Unbounded;
            Worst = tally.Worst > Worst ? tally.Worst : Worst;
            MostBytes = Math.Max(MostBytes, tally.MostBytes);
            findings.AddRange(tally.Findings.Take(Kept - findings.Count));
            foreach ((string reason, long count) in tally.Refusals)
            {
                refusals[reason] = refusals.GetValueOrDefault(reason) + count;
            }
        }
    }
}
