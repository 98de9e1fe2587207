using System.Diagnostics;
using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Pi18;
using Lvx.Simulator;

namespace Lvx.Tests.Core.Operations;

public sealed class EnergyOperationTests
{
    private static readonly DateOnly April26 = new(2026, 4, 26);

    [Fact]
    public void Without_a_period_it_is_the_total_and_this_year_month_and_day_by_the_units_own_clock()
    {
        var pair = new SimulatedPair();
        pair.Units[1].Change(state => state with { ClockOffset = TimeSpan.FromDays(-40), Energy = Counted((new DateOnly(2026, 4, 26), 1)) });

        IReadOnlyList<LvxEnergy>[] units = Read(pair, new EnergyRequest());

        foreach ((SimulatedUnit unit, IReadOnlyList<LvxEnergy> energies) in pair.Units.Zip(units))
        {
            DateTime today = DateTime.Now + unit.State.ClockOffset;
            Assert.Equal([EnergyPeriod.Total, EnergyPeriod.Year, EnergyPeriod.Month, EnergyPeriod.Day], energies.Select(energy => energy.Period));
            Assert.Equal([null, $"{today:yyyy}", $"{today:yyyy-MM}", $"{today:yyyy-MM-dd}"], energies.Select(energy => energy.Date));
            Assert.Equal(["PI", "ID", "T", "ET", "EY", "EM", "ED"], unit.Log.Select(request => request.Text.TrimEnd([.. "0123456789"])).Distinct());
        }

        Assert.Equal("sim:pair/2", units[1][0].Device);
        Assert.Equal(("lvx6048-2", "96132206100002", 1), (units[1][0].Name, units[1][0].SerialNumber, units[1][0].Units));
        Assert.Equal(DateTimeKind.Utc, units[1][0].Timestamp.Kind);
    }

    [Fact]
    public void Each_value_is_what_the_unit_counted_in_that_period()
    {
        var pair = new SimulatedPair();
        EnergyTable truth = pair.Units[0].State.Energy;
        var today = DateOnly.FromDateTime(DateTime.Now);

        IReadOnlyList<LvxEnergy> energies = Read(pair, new EnergyRequest { Until = today, Last = 3, Periods = [EnergyPeriod.Day, EnergyPeriod.Month, EnergyPeriod.Total] })[0];

        Assert.Equal([truth.Total, .. Months(2, 1, 0), .. Days(2, 1, 0)], energies.Select(energy => energy.Energy));

        IEnumerable<long?> Months(params int[] back) => back.Select(months => today.AddDays(1 - today.Day).AddMonths(-months)).Select(month => truth.OfMonth(month.Year, month.Month));
        IEnumerable<long?> Days(params int[] back) => back.Select(days => truth.OfDay(today.AddDays(-days)));
    }

    [Theory]
    [InlineData(EnergyPeriod.Year, "2026-04-26", 3, "2024 2025 2026")]
    [InlineData(EnergyPeriod.Month, "2026-02-28", 4, "2025-11 2025-12 2026-01 2026-02")]
    [InlineData(EnergyPeriod.Month, "2026-03-31", 2, "2026-02 2026-03")]
    [InlineData(EnergyPeriod.Day, "2024-03-01", 3, "2024-02-28 2024-02-29 2024-03-01")]
    [InlineData(EnergyPeriod.Day, "2026-01-01", 2, "2025-12-31 2026-01-01")]
    [InlineData(EnergyPeriod.Day, "2000-01-02", 2, "2000-01-01 2000-01-02")]
    [InlineData(EnergyPeriod.Year, "2099-12-31", 2, "2098 2099")]
    public void The_last_so_many_end_with_the_date_and_begin_with_the_oldest(EnergyPeriod period, string until, int last, string dates)
    {
        IReadOnlyList<LvxEnergy> energies = Read(new SimulatedPair("sim:single"), new EnergyRequest { Periods = [period], Until = Day(until), Last = last })[0];

        Assert.Equal(dates.Split(' '), energies.Select(energy => energy.Date));
        Assert.All(energies, energy => Assert.Equal(period, energy.Period));
    }

    [Fact]
    public void Four_hundred_days_are_asked_once_each_and_the_clock_is_not_asked_for_a_date_that_was_told()
    {
        var pair = new SimulatedPair("sim:single");

        IReadOnlyList<LvxEnergy> energies = Read(pair, new EnergyRequest { Periods = [EnergyPeriod.Day], Until = DateOnly.FromDateTime(DateTime.Now), Last = 400 })[0];

        Assert.Equal(400, energies.Count);
        Assert.All(energies, energy => Assert.InRange(energy.Energy!.Value, 18_000, 30_000));
        Assert.Equal(402, pair.Units[0].Log.Count);
        Assert.All(pair.Units[0].Log, request => Assert.Equal(FrameKind.Query, request.Kind));
    }

    [Fact]
    public void The_total_alone_needs_no_date()
    {
        var pair = new SimulatedPair("sim:single");

        Assert.Equal(pair.Units[0].State.Energy.Total, Assert.Single(Read(pair, new EnergyRequest { Periods = [EnergyPeriod.Total] })[0]).Energy);
        Assert.Equal(["PI", "ID", "ET"], pair.Units[0].Log.Select(request => request.Text));
    }

    [Fact]
    public void A_date_that_the_unit_does_not_know_has_no_value_and_is_no_error_and_no_zero()
    {
        var pair = new SimulatedPair("sim:single");
        pair.Units[0].Change(state => state with { Energy = Counted((April26.AddDays(-2), 0), (April26, 21_400)) });

        IReadOnlyList<LvxEnergy> energies = Read(pair, new EnergyRequest { Periods = [EnergyPeriod.Day, EnergyPeriod.Year], Until = April26, Last = 3 })[0];

        Assert.Equal([null, null, 21_400, 0, null, 21_400], energies.Select(energy => energy.Energy));
        Assert.Equal(["2024", "2025", "2026", "2026-04-24", "2026-04-25", "2026-04-26"], energies.Select(energy => energy.Date));
        Assert.DoesNotContain(pair.Host.Messages, message => message.StartsWith("warning", StringComparison.Ordinal));
    }

    [Fact]
    public void A_firmware_that_knows_none_of_it_has_no_values()
    {
        IReadOnlyList<LvxEnergy> energies = Read(new SimulatedPair("sim:single?misbehave=refuse@ET,refuse@EY,refuse@EM,refuse@ED"), new EnergyRequest())[0];

        Assert.Equal(4, energies.Count);
        Assert.All(energies, energy => Assert.Null(energy.Energy));
    }

    [Theory]
    [InlineData("silence@EM", LvxError.DeviceTimeout)]
    [InlineData("late=60@EM", LvxError.DeviceTimeout)]
    [InlineData("bad-crc@EM", LvxError.AnswerDamaged)]
    [InlineData("other@EM", LvxError.AnswerUnexpected)]
    [InlineData("unplug=60@EM", LvxError.DeviceLost)]
    public void Any_other_failure_is_that_units_error_and_the_other_is_read(string misbehaviour, LvxError error)
    {
        UnitOutcome<IReadOnlyList<LvxEnergy>>[] outcomes = [.. Outcomes(new SimulatedPair($"sim:pair?misbehave1={misbehaviour}"), new EnergyRequest())];

        Assert.Equal(error, outcomes[0].Error!.Error);
        Assert.Null(outcomes[0].Value);
        Assert.Equal(4, outcomes[1].Value!.Count);
    }

    [Theory]
    [InlineData("refuse@T", "T was refused, twice.")]
    [InlineData("silence@T", "the unit answers, but not this.")]
    public void A_unit_that_does_not_tell_its_date_is_asked_by_this_computers_with_a_warning(string misbehaviour, string why)
    {
        var pair = new SimulatedPair($"sim:single?misbehave={misbehaviour}");

        Assert.Equal($"{DateTime.Now:yyyy-MM-dd}", Read(pair, new EnergyRequest { Periods = [EnergyPeriod.Day] })[0][0].Date);

        string warning = Assert.Single(pair.Host.Messages, message => message.StartsWith("warning", StringComparison.Ordinal));
        Assert.Contains(why, warning, StringComparison.Ordinal);
        Assert.Contains($"The date of this computer, {DateTime.Now:yyyy-MM-dd}, is taken for today.", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_beyond_the_years_that_can_be_asked_for_is_no_date()
    {
        var pair = new SimulatedPair("sim:single");
        pair.Units[0].Change(state => state with { ClockOffset = new DateTime(2105, 1, 1) - DateTime.Now });

        Assert.Equal($"{DateTime.Now:yyyy}", Read(pair, new EnergyRequest { Periods = [EnergyPeriod.Year] })[0][0].Date);
        Assert.Contains("2105", Assert.Single(pair.Host.Messages, message => message.StartsWith("warning", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_lies_before_2000_by_a_clock_that_was_lost_has_no_value_and_is_not_asked()
    {
        var pair = new SimulatedPair("sim:single");
        pair.Units[0].Change(state => state with { ClockOffset = new DateTime(2000, 1, 1, 12, 0, 0) - DateTime.Now });

        IReadOnlyList<LvxEnergy> energies = Read(pair, new EnergyRequest { Periods = [EnergyPeriod.Day], Last = 2 })[0];

        Assert.Equal([("1999-12-31", null), ("2000-01-01", (long?)null)], energies.Select(energy => (energy.Date!, energy.Energy)));
        Assert.DoesNotContain(pair.Units[0].Log, request => request.Text.StartsWith("ED1999", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1999-12-31", null, EnergyPeriod.Day, "1999-12-31")]
    [InlineData("2100-01-01", null, EnergyPeriod.Year, "2100")]
    [InlineData("2001-06-01", 3, EnergyPeriod.Year, "1999")]
    [InlineData("2000-02-01", 400, EnergyPeriod.Month, "1966-11")]
    [InlineData("0001-01-01", 400, EnergyPeriod.Day, "0001-01-01")]
    [InlineData(null, 101, EnergyPeriod.Year, "the years 2000 to 2099")]
    [InlineData(null, 0, EnergyPeriod.Day, "0 periods")]
    [InlineData(null, 401, EnergyPeriod.Day, "401 periods")]
    [InlineData("2026-04-26", null, EnergyPeriod.Total, "total alone")]
    [InlineData(null, 7, EnergyPeriod.Total, "none of these")]
    [InlineData(null, 7, null, "none of these")]
    public void What_cannot_be_asked_is_an_error_before_anything_is_sent(string? until, int? last, EnergyPeriod? period, string what)
    {
        var pair = new SimulatedPair("sim:single");
        var request = new EnergyRequest { Periods = period is { } one ? [one] : [], Until = until is null ? null : Day(until), Last = last };

        LvxException error = Assert.Throws<LvxException>(() => Outcomes(pair, request).Count());

        Assert.Equal(LvxError.ArgumentInvalid, error.Error);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Empty(pair.Units[0].Log);
    }

    [Fact]
    public void Progress_counts_the_questions_of_all_units()
    {
        var pair = new SimulatedPair();

        _ = Read(pair, new EnergyRequest { Periods = [EnergyPeriod.Day], Until = April26, Last = 10 });

        Assert.Equal((20, 20), pair.Host.LastProgress);
        Assert.Equal(pair.Host.AllProgress.Select(step => step.Done).Order(), pair.Host.AllProgress.Select(step => step.Done));
        Assert.True(pair.Host.AllProgress.Select(step => step.Done).Distinct().Count() > 10);
        Assert.Equal([Environment.CurrentManagedThreadId], pair.Host.Threads);
    }

    [Fact]
    public void Cancelling_a_long_range_ends_at_once()
    {
        using var cancel = new CancellationTokenSource();
        var pair = new SimulatedPair("sim:pair?baud=2400");
        var host = new RecordingHost(cancel.Token);
        var request = new EnergyRequest { Periods = [EnergyPeriod.Day], Until = DateOnly.FromDateTime(DateTime.Now), Last = 400 };
        var waited = new Stopwatch();
        using CancellationTokenRegistration begun = cancel.Token.Register(waited.Start);
        cancel.CancelAfter(700);

        Assert.ThrowsAny<OperationCanceledException>(() => new EnergyOperation(pair.Access).Read(pair.Selection, request, host).Count());

        Assert.True(waited.ElapsedMilliseconds < 1000, $"{waited.ElapsedMilliseconds} ms");
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static EnergyTable Counted(params (DateOnly Day, long Energy)[] days) => new(0, days.ToDictionary(one => one.Day, one => one.Energy));

    private static IEnumerable<UnitOutcome<IReadOnlyList<LvxEnergy>>> Outcomes(SimulatedPair pair, EnergyRequest request) =>
        new EnergyOperation(pair.Access).Read(pair.Selection, request, pair.Host);

    private static IReadOnlyList<LvxEnergy>[] Read(SimulatedPair pair, EnergyRequest request) =>
        [.. Outcomes(pair, request).Select(outcome => outcome.Error is { } error ? throw error : outcome.Value!)];
}
