using Lvx.Core.Sessions;
using Lvx.Core.Units;
using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>
/// Reads one unit's settings over an open session, each question once. Neighbouring questions have answers of different shapes (the two lists of amperes, and the two
/// windows, have the same one), so that an answer said twice is never taken for the next.
/// </summary>
internal static class SettingsReader
{
    public static LvxSettings Read(Session session, UnitPort unit, SettingsScope scope, IHost host)
    {
        bool all = scope == SettingsScope.All;
        var raw = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        if (all)
        {
            Keep(Firmware.Query);
        }

        Reply<RatedInformation> rated = session.Ask(RatedInformation.Query, host.Cancellation);
        raw[RatedInformation.Query.Command] = rated.Raw;
        Keep(ChargeCurrents.Total);
        Keep(DefaultSettings.Query);
        Keep(ChargeCurrents.Utility);
        if (all)
        {
            Keep(TimeWindow.AcCharge);
            Keep(SwitchFlags.Query);
            Keep(TimeWindow.AcLoad);
        }

        return LvxSettings.Live(unit, session.SerialNumber, rated.Timestamp, scope, raw);

        void Keep<TAnswer>(Query<TAnswer> query)
            where TAnswer : Answer
        {
            if (session.AskIfAnswered(query, host) is { } reply)
            {
                raw[query.Command] = reply.Raw;
            }
        }
    }

    /// <summary>
    /// Reads again what can change, of a unit that was read in full before. What it answered then it must answer now; its lists, defaults and firmware stay.
    /// </summary>
    /// <exception cref="LvxException">One of these answers did not come.</exception>
    public static LvxSettings ReadAgain(Session session, UnitPort unit, LvxSettings before, IHost host)
    {
        var raw = new OrderedDictionary<string, string>(before.Raw, StringComparer.Ordinal);
        Reply<RatedInformation> rated = session.Ask(RatedInformation.Query, host.Cancellation);
        raw[RatedInformation.Query.Command] = rated.Raw;
        Renew(TimeWindow.AcCharge);
        Renew(SwitchFlags.Query);
        Renew(TimeWindow.AcLoad);
        return LvxSettings.Live(unit, session.SerialNumber, rated.Timestamp, SettingsScope.All, raw);

        void Renew<TAnswer>(Query<TAnswer> query)
            where TAnswer : Answer
        {
            if (before.Raw.ContainsKey(query.Command))
            {
                raw[query.Command] = session.Ask(query, host.Cancellation).Raw;
            }
        }
    }
}
