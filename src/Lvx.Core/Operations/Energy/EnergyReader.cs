using System.Globalization;
using Lvx.Core.Recording;
using Lvx.Core.Sessions;
using Lvx.Core.Units;
using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>
/// Reads one unit's energy over an open session, each period once. All these questions have answers of one shape; that an answer said twice is not taken for the next
/// is the session's work, since a question of another shape between any two would double the time of a long range.
/// </summary>
internal static class EnergyReader
{
    public const string Activity = "Reading energy";

    public static IReadOnlyList<LvxEnergy> Read(Session session, UnitPort unit, EnergyRequest request, DateOnly here, IHost host)
    {
        DateOnly until = request.Until ?? (request.NeedsDate ? Today(session, unit, here, host) : here);
        EnergySlot[] slots = [.. request.Slots(until)];
        var read = new List<LvxEnergy>(slots.Length);
        foreach (EnergySlot slot in slots)
        {
            host.Progress(Activity, read.Count, slots.Length);
            (long? energy, DateTime time) = slot.CanBeAsked ? Ask(session, slot.Query, host.Cancellation) : (null, DateTime.UtcNow);
            read.Add(new LvxEnergy(unit, session.SerialNumber, slot, energy, time));
        }

        return read;
    }

    /// <summary>A unit refuses the question for a date that it does not know [captured]; any other failure is the unit's.</summary>
    private static (long? Energy, DateTime Time) Ask(Session session, Query<SolarEnergy> query, CancellationToken cancellation)
    {
        try
        {
            Reply<SolarEnergy> reply = session.Ask(query, cancellation);
            return (reply.Answer.Energy, reply.Timestamp);
        }
        catch (LvxException refusal) when (refusal.Error == LvxError.QueryRefused)
        {
            return (null, DateTime.UtcNow);
        }
    }

    private static DateOnly Today(Session session, UnitPort unit, DateOnly here, IHost host)
    {
        string why;
        try
        {
            Reply<Clock> reply = session.Ask(Clock.Query, host.Cancellation);
            if (reply.Answer.Time is { } time && DateOnly.FromDateTime(time) is var today && new EnergySlot(EnergyPeriod.Day, today).CanBeAsked)
            {
                host.Verbose(string.Create(CultureInfo.InvariantCulture, $"{unit}: today is {today:yyyy-MM-dd}, by its own clock."));
                return today;
            }

            why = $"{unit}: its clock says {FrameText.Escape(reply.Raw)}, which is no date.";
        }
        catch (LvxException error) when (error.UnitIsThere)
        {
            why = error.Message;
        }

        host.Warning(string.Create(CultureInfo.InvariantCulture, $"{why} The date of this computer, {here:yyyy-MM-dd}, is taken for today."));
        return here;
    }
}
