using System.Globalization;
using Lvx.Core.Sessions;
using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>Why a unit may have refused: it gives no reason, so its state is looked at.</summary>
internal static class RefusalCause
{
    /// <summary>The likely cause and what to do, in a sentence or two.</summary>
    public static string Find(UnitUnderChange unit, PlannedWrite write, SetterReply reply, ChangeOptions options, IHost host)
    {
        if (reply.Outcome == SetterOutcome.Unknown)
        {
            return "It was lost on the way: check the cable, and that no other program uses this device; then try again.";
        }

        return OfCurrent(unit, write, host) ?? OfParallelId(write, options) ?? OfVoltages(unit, write)
            ?? "Its state shows no reason. Its firmware may not know this setter; the LCD may.";
    }

    private static string? OfCurrent(UnitUnderChange unit, PlannedWrite write, IHost host)
    {
        if (write.Group.Settings[0].Name != nameof(LvxSettings.MaxChargeCurrent))
        {
            return null;
        }

        try
        {
            // Seen live: refused while the unit charges, taken when it is idle.
            GeneralStatus now = unit.Session.Ask(GeneralStatus.Query, host.Cancellation).Answer;
            return now.BatteryDirection == BatteryDirection.Charge || now.BatteryChargeCurrent > 0
                ? string.Create(CultureInfo.InvariantCulture, $"The unit is charging now ({now.BatteryChargeCurrent?.ToString(CultureInfo.InvariantCulture) ?? "--"} A), and refuses this while it does: try again when it is idle.")
                : null;
        }
        catch (LvxException)
        {
            return null;
        }
    }

    private static string? OfParallelId(PlannedWrite write, ChangeOptions options) => options.ParallelId != 0 && write.Setter.Command.Contains($"{options.ParallelId},", StringComparison.Ordinal)
        ? $"It was sent with the parallel id {options.ParallelId}; on its own cable a unit takes 0, master and slave alike."
        : null;

    private static string? OfVoltages(UnitUnderChange unit, PlannedWrite write)
    {
        if (write.Group == WriteGroup.ReChargeAndReDischarge)
        {
            object? reDischarge = write.Changes.First(change => change.Setting.Name == nameof(LvxSettings.ReDischargeVoltage)).To;
            return reDischarge is 0m ? "Units have been seen to refuse a re-discharge voltage of 0 (when full)."
                : reDischarge is decimal volts && volts > unit.Settings.FloatVoltage ? "Re-discharge would be above float, which units refuse."
                : null;
        }

        return (write.Group == WriteGroup.BulkAndFloat || write.Group == WriteGroup.CutOff) && unit.Settings.BatteryType != BatteryType.User
            ? $"Its battery type is {unit.Settings.BatteryType}, and this voltage can be set under User only."
            : null;
    }
}
