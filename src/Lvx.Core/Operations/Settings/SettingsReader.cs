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
}
