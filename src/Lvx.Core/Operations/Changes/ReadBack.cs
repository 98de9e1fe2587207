using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>Asks a unit the one question that shows what a setter changed.</summary>
internal static class ReadBack
{
    /// <summary>Whether the unit shows the new values.</summary>
    /// <exception cref="LvxException">It cannot be read.</exception>
    public static bool Shows(UnitUnderChange unit, PlannedWrite write, IHost host)
    {
        SettingsAnswers known = unit.Settings.Answers;
        SettingsAnswers now = write.Group.Settings[0] switch
        {
            { Kind: SettingKind.Switch } => known with { Flags = unit.Session.Ask(SwitchFlags.Query, host.Cancellation).Answer },
            { Name: nameof(LvxSettings.AcChargeWindow) } => known with { AcCharge = unit.Session.Ask(TimeWindow.AcCharge, host.Cancellation).Answer },
            { Name: nameof(LvxSettings.AcLoadWindow) } => known with { AcLoad = unit.Session.Ask(TimeWindow.AcLoad, host.Cancellation).Answer },
            _ => known with { Rated = unit.Session.Ask(RatedInformation.Query, host.Cancellation).Answer },
        };
        return write.Changes.All(change => change.To.Equals(change.Setting.Read(now)));
    }
}
