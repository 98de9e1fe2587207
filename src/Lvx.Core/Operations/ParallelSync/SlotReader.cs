using Lvx.Core.Sessions;
using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>Asks one unit what it says of the places in the parallel system. PGS and PRI take turns, so that an answer said twice is never taken for the next place's.</summary>
internal static class SlotReader
{
    /// <summary>A place without a unit may be a gap; two in a row are the end.</summary>
    private const int EndOfSystem = 2;

    /// <summary>The first <paramref name="count"/> places; fewer when the unit does not know the question.</summary>
    public static IReadOnlyList<SlotView> Read(Session session, int count, IHost host)
    {
        var views = new List<SlotView>();
        for (int slot = 0; slot < count && Ask(session, ParallelStatus.Query(slot), host) is { } status; slot++)
        {
            views.Add(new SlotView(slot, status.Timestamp, status.Answer, Ask(session, ParallelRating.Query(slot), host)?.Answer));
        }

        return views;
    }

    /// <summary>Every place that holds a unit.</summary>
    /// <exception cref="LvxException">The unit does not know the question.</exception>
    public static IReadOnlyList<SlotView> ReadAll(Session session, int most, IHost host)
    {
        var views = new List<SlotView>();
        int empty = 0;
        for (int slot = 0; slot < most && empty < EndOfSystem; slot++)
        {
            Reply<ParallelStatus> status = session.Ask(ParallelStatus.Query(slot), host.Cancellation);
            ParallelRating? rating = Ask(session, ParallelRating.Query(slot), host)?.Answer;
            empty = status.Answer.IsPopulated || rating?.SerialNumber is not null ? 0 : empty + 1;
            if (empty == 0)
            {
                views.Add(new SlotView(slot, status.Timestamp, status.Answer, rating));
            }
        }

        return views;
    }

    private static Reply<TAnswer>? Ask<TAnswer>(Session session, Query<TAnswer> query, IHost host)
        where TAnswer : Answer
    {
        try
        {
            return session.Ask(query, host.Cancellation);
        }
        catch (LvxException error) when (error.UnitIsThere)
        {
            host.Verbose($"{error.Message} What it would have said of the other units is left out.");
            return null;
        }
    }
}
