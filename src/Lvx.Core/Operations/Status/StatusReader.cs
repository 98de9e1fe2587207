using Lvx.Core.Sessions;
using Lvx.Core.Units;
using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>
/// Reads one unit's status over an open session. Neighbouring questions have answers of different shapes, so that an answer said twice is never taken for the next.
/// </summary>
internal sealed class StatusReader(Session session, UnitPort unit) : IUnitReader
{
    private Firmware? firmware;
    private OutputMode? outputMode;
    private bool known;

    public string? SerialNumber => session.SerialNumber;

    public LvxStatus Read(IHost host)
    {
        if (!known)
        {
            firmware = session.AskIfAnswered(Firmware.Query, host)?.Answer;
            ReadOutputMode(host);
            known = true;
        }

        LvxStatus status = Measure(session, unit, firmware, outputMode, host);
        if (status.SettingsChanged != true)
        {
            return status;
        }

        ReadOutputMode(host);
        return status.With(outputMode);
    }

    /// <summary>What the unit measures and does now, beside what is known of it.</summary>
    public static LvxStatus Measure(Session session, UnitPort unit, Firmware? firmware, OutputMode? outputMode, IHost host)
    {
        Reply<GeneralStatus> general = session.Ask(GeneralStatus.Query, host.Cancellation);
        WorkingMode? mode = session.AskIfAnswered(WorkingMode.Query, host)?.Answer;
        FaultStatus? faults = session.AskIfAnswered(FaultStatus.Query, host)?.Answer;
        return new LvxStatus(unit, session.SerialNumber, general.Timestamp, general.Answer, mode?.Mode, faults, firmware, outputMode);
    }

    public void Rest(Deadline deadline, CancellationToken cancellation) => session.Rest(deadline, cancellation);

    public void Finish() => session.Finish();

    public void Dispose() => session.Dispose();

    private void ReadOutputMode(IHost host) => outputMode = session.AskIfAnswered(RatedInformation.Query, host)?.Answer.OutputMode;
}
