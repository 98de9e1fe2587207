using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using Lvx.Simulator;

namespace Lvx.Tests.Core.Operations;

/// <summary>Reports made by hand, a clock that is set by hand, and the state that is made of them.</summary>
internal sealed class WatchBench
{
    public static readonly DateTime Start = new(2026, 4, 26, 12, 0, 0, DateTimeKind.Utc);

    private readonly UnitPort[] ports;

    public WatchBench(int units = 2, IReadOnlyList<string>? serials = null)
    {
        ports = [.. Enumerable.Range(1, units).Select(number => new UnitPort($"/dev/hidraw{number}", $"lvx6048-{number}"))];
        State = new WatchState(new UnitSelection(ports, serials ?? []), Clock);
    }

    public HandClock Clock { get; } = new(Start);

    public WatchState State { get; }

    /// <summary>A unit of the simulator as it is, or changed.</summary>
    public UnitFacts Unit(int number, Func<UnitState, UnitState>? change = null, string? name = null, string? device = null)
    {
        UnitState state = (change ?? (same => same))(Lvx6048.Charging(number - 1, Clock.Now));
        UnitPort port = new(device ?? ports[number - 1].Device, name ?? ports[number - 1].Name);
        return new UnitFacts(new LvxStatus(port, $"9613220610000{number}", Clock.Now, state.Status, state.Mode, state.Fault, state.Firmware, state.Rated.OutputMode)) { SolarToday = 10_700 };
    }

    /// <summary>Takes what answered, and what did not.</summary>
    public IReadOnlyList<LvxWatchEvent> Take(IReadOnlyList<UnitFacts> units, params int[] silent) =>
        State.Take(SyncJudge.Judge(new SyncFacts(SyncSource.OwnCables, Clock.Now, units, [.. silent.Select(Silent)]), new SyncTolerances()));

    public IReadOnlyList<LvxWatchEvent> TakeHealthy() => Take([.. Enumerable.Range(1, ports.Length).Select(number => Unit(number))]);

    private LvxUnitFailure Silent(int number) =>
        new(ports[number - 1], new LvxException(LvxError.DeviceTimeout, ports[number - 1].Device, "GS got no answer within 3 s.", "Check that the unit is on."));

    /// <summary>A clock that stands until it is moved; its zone is UTC.</summary>
    internal sealed class HandClock(DateTime start) : TimeProvider
    {
        public DateTime Now { get; private set; } = start;

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);

        public void Pass(double seconds) => Now += TimeSpan.FromSeconds(seconds);
    }
}
