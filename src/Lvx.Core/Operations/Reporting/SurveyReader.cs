using Lvx.Core.Sessions;
using Lvx.Core.Units;
using Lvx.Pi18;

namespace Lvx.Core.Operations.Reporting;

/// <summary>Reads what rarely changes of one unit: all settings, its model, its counters.</summary>
internal static class SurveyReader
{
    public static UnitSurvey Read(Session session, UnitPort port, IHost host) => new(port, session.SerialNumber)
    {
        Settings = Settings(session, port, host),
        Model = session.AskIfAnswered(MachineModel.Query, host)?.Answer.Number,
        Energy = EnergyCounters.Read(session, port, host),
    };

    private static LvxSettings? Settings(Session session, UnitPort port, IHost host)
    {
        try
        {
            return SettingsReader.Read(session, port, SettingsScope.All, host);
        }
        catch (LvxException error) when (error.UnitIsThere)
        {
            host.Warning($"{error.Message} Its settings are left out.");
            return null;
        }
    }
}
