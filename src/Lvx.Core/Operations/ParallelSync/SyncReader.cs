using Lvx.Core.Sessions;
using Lvx.Core.Units;
using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>
/// Reads of one unit what the checks of the parallel system need. What is measured comes first and at the same moment as with the others; what rarely changes comes after it, and not every time.
/// </summary>
internal sealed class SyncReader(Session session, UnitPort unit, bool readsSolarToday = false) : IUnitReader
{
    // PGS and PRI have one digit for the place.
    private const int MostSlots = 10;

    private Firmware? firmware;
    private LvxSettings? settings;
    private (DateTime Unit, DateTime Here)? clock;
    private IReadOnlyList<SlotView> view = [];
    private long? solarToday;
    private bool isKnown;
    private bool knowsSlots = true;
    private bool knowsClock = true;
    private bool knowsDays = readsSolarToday;

    public string? SerialNumber => session.SerialNumber;

    /// <summary>Reads it.</summary>
    /// <param name="place">Where it meets the others.</param>
    /// <param name="units">How many units there are.</param>
    /// <param name="whole">Whether what rarely changes is read as well; it is also when a setting was changed.</param>
    /// <param name="host">Whoever runs this.</param>
    public UnitFacts Read(Rendezvous.Place place, int units, bool whole, IHost host)
    {
        bool all = whole || !isKnown;
        if (all)
        {
            firmware ??= session.AskIfAnswered(Firmware.Query, host)?.Answer;
            settings = Settings(host);
            clock = Clock(host);
            solarToday = SolarToday(host);
            isKnown = true;
        }

        place.Meet(host.Cancellation);
        LvxStatus now = StatusReader.Measure(session, unit, firmware, settings?.Answers.Rated.OutputMode, host);
        if (now.SettingsChanged == true)
        {
            settings = Settings(host);
            now = now.With(settings?.Answers.Rated.OutputMode);
        }

        view = all ? Slots(now, units, host) : view;
        return new UnitFacts(now) { Settings = settings, Clock = clock, View = view, SolarToday = solarToday };
    }

    public void Rest(Deadline deadline, CancellationToken cancellation) => session.Rest(deadline, cancellation);

    public void Finish() => session.Finish();

    public void Dispose() => session.Dispose();

    /// <summary>One place more than there are units: a unit that nobody named is seen there.</summary>
    private IReadOnlyList<SlotView> Slots(LvxStatus now, int units, IHost host)
    {
        if (!knowsSlots || now.ParallelRole == ParallelRole.Single)
        {
            return [];
        }

        IReadOnlyList<SlotView> views = SlotReader.Read(session, Math.Min(units + 1, MostSlots), host);
        knowsSlots = views.Count > 0;
        return views;
    }

    private LvxSettings? Settings(IHost host)
    {
        try
        {
            return SettingsReader.Read(session, unit, SettingsScope.Twelve, host);
        }
        catch (LvxException error) when (error.UnitIsThere)
        {
            host.Warning($"{error.Message} Its settings are left out.");
            return null;
        }
    }

    private (DateTime Unit, DateTime Here)? Clock(IHost host)
    {
        if (!knowsClock || session.AskIfAnswered(Pi18.Clock.Query, host) is not { } reply)
        {
            knowsClock = false;
            return null;
        }

        return reply.Answer.Time is { } time ? (time, reply.Timestamp.ToLocalTime()) : null;
    }

    /// <summary>A unit counts its days by its own clock.</summary>
    private long? SolarToday(IHost host)
    {
        if (!knowsDays || clock is not { Unit.Year: >= 2000 and <= 2099 } now || session.AskIfAnswered(SolarEnergy.OfDay(DateOnly.FromDateTime(now.Unit)), host) is not { } reply)
        {
            knowsDays &= clock is null;
            return null;
        }

        return reply.Answer.Energy;
    }
}
