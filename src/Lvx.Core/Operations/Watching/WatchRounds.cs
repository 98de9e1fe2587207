namespace Lvx.Core.Operations;

/// <summary>Which readings are whole: the first, one every 30 s, and those that are asked for. In between only what is measured is read.</summary>
internal sealed class WatchRounds
{
    private static readonly TimeSpan WholeEvery = TimeSpan.FromSeconds(30);

    private Deadline whole = Deadline.Now;

    public bool IsWhole(bool isWanted)
    {
        if (!isWanted && !whole.Passed)
        {
            return false;
        }

        whole = Deadline.After(WholeEvery);
        return true;
    }
}
