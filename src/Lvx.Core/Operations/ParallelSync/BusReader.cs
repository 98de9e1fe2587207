using Lvx.Core.Sessions;
using Lvx.Core.Units;
using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>Asks one unit for what it knows of all, over the parallel bus (PGS, PRI).</summary>
internal static class BusReader
{
    // PGS and PRI have one digit for the place.
    private const int MostSlots = 10;

    public static SyncFacts Read(Session session, UnitPort unit, IHost host)
    {
        DateTime begun = DateTime.UtcNow;
        RatedInformation rated = session.Ask(RatedInformation.Query, host.Cancellation).Answer;
        if (rated.OutputMode == OutputMode.Single)
        {
            // What a unit by itself says of places means nothing.
            LvxStatus alone = StatusReader.Measure(session, unit, session.AskIfAnswered(Firmware.Query, host)?.Answer, rated.OutputMode, host);
            return new SyncFacts(SyncSource.ParallelBus, begun, [new UnitFacts(alone)], []);
        }

        int most = rated.ParallelMaximum is > 1 and < MostSlots ? rated.ParallelMaximum.Value : MostSlots;
        IReadOnlyList<SlotView> views = SlotReader.ReadAll(session, most, host);
        host.Verbose($"{unit}: it knows of {views.Count} units in the parallel system.");
        return new SyncFacts(SyncSource.ParallelBus, begun, [.. views.Select(view => Facts(view, session, unit, rated, views))], []);
    }

    private static UnitFacts Facts(SlotView view, Session session, UnitPort asked, RatedInformation rated, IReadOnlyList<SlotView> views)
    {
        string? serial = view.Rating?.SerialNumber;
        bool isAsked = serial is not null && SerialNumber.Same(serial, session.SerialNumber);
        var port = new UnitPort(asked.Device, isAsked ? asked.Name : $"instance {view.Number}");
        ParallelStatus slot = view.Status;
        var general = new GeneralStatus
        {
            GridVoltage = slot.GridVoltage,
            GridFrequency = slot.GridFrequency,
            OutputVoltage = slot.OutputVoltage,
            OutputFrequency = slot.OutputFrequency,
            OutputApparentPower = slot.OutputApparentPower,
            OutputActivePower = slot.OutputActivePower,
            LoadPercent = slot.LoadPercent,
            BatteryVoltage = slot.BatteryVoltage,
            BatteryDischargeCurrent = slot.BatteryDischargeCurrent,
            BatteryChargeCurrent = slot.BatteryChargeCurrent,
            BatteryCapacity = slot.BatteryCapacity,
            Pv1Power = slot.Pv1Power,
            Pv2Power = slot.Pv2Power,
            Pv1Voltage = slot.Pv1Voltage,
            Pv2Voltage = slot.Pv2Voltage,
            Mppt1Status = slot.Mppt1Status,
            Mppt2Status = slot.Mppt2Status,
            LoadConnected = slot.LoadConnected,
            BatteryDirection = slot.BatteryDirection,
            DcAcDirection = slot.DcAcDirection,
            LineDirection = slot.LineDirection,
            ParallelInstance = view.Number,
        };

        // The bus shows a fault and no warnings, and no firmware.
        FaultStatus? fault = slot.Fault is null ? null : new FaultStatus { FaultCode = slot.Fault, FlagCount = 0 };
        OutputMode? mode = view.Rating?.OutputMode ?? (isAsked ? rated.OutputMode : null);
        var status = new LvxStatus(port, serial, view.Timestamp, general, slot.Mode, fault, null, mode);
        return new UnitFacts(status) { Rating = view.Rating, View = view == views[0] ? views : [] };
    }
}
