using Lvx.Core.Sessions;
using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>Questions that not every firmware knows.</summary>
internal static class Asking
{
    /// <summary>A question that this firmware does not know, and refuses or passes over, leaves its values out; any other failure is the unit's.</summary>
    public static Reply<TAnswer>? AskIfAnswered<TAnswer>(this Session session, Query<TAnswer> query, IHost host)
        where TAnswer : Answer
    {
        try
        {
            return session.Ask(query, host.Cancellation);
        }
        catch (LvxException error) when (error.UnitIsThere)
        {
            host.Warning($"{error.Message} What it would have said is left out.");
            return null;
        }
    }
}
