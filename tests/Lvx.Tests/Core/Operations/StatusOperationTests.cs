using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using Lvx.Pi18;
using Lvx.Tests.Core.Sessions;
using static Lvx.Tests.Core.Sessions.ScriptedUnit;

namespace Lvx.Tests.Core.Operations;

public sealed class StatusOperationTests
{
    private const string One = "96132206100001";
    private const string Two = "96132206100002";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_status_holds_identity_state_fault_firmware_and_every_measured_value()
    {
        LvxStatus status = Assert.Single(Read(new() { ["a"] = ScriptedSite.Unit(One) })).Value!;

        Assert.Equal("scripted:a", status.Device);
        Assert.Equal("a", status.Name);
        Assert.Equal(One, status.SerialNumber);
        Assert.Equal(OperatingMode.Hybrid, status.Mode);
        Assert.Equal(0, status.Fault?.Code);
        Assert.Empty(status.Warnings!);
        Assert.Equal(OutputMode.Parallel, status.OutputMode);
        Assert.Equal((0, ParallelRole.Master), (status.ParallelInstance, status.ParallelRole));
        Assert.Equal(("06306", "06126", "00000"), (status.MainFirmware, status.Slave1Firmware, status.Slave2Firmware));
        Assert.Equal(DateTimeKind.Utc, status.Timestamp.Kind);
    }

    [Fact]
    public void Every_measured_value_stands_under_the_name_it_has_in_the_protocol()
    {
        LvxStatus status = Assert.Single(Read(new() { ["a"] = ScriptedSite.Unit(One) })).Value!;
        Assert.True(GeneralStatus.Query.TryDecode(System.Text.Encoding.ASCII.GetBytes(Body("GS")), out GeneralStatus? general));

        foreach (Field field in general.Fields)
        {
            string name = char.ToUpperInvariant(field.Name[0]) + field.Name[1..];
            Assert.Equal(field.Value, typeof(LvxStatus).GetProperty(name)?.GetValue(status));
        }
    }

    [Theory]
    [InlineData("1200,500,1200,600,500,6000,6000,480,480,540,480,564,540,2,030,060,0,1,0,9,0,0,0,0,2,00", "0", ParallelRole.Single)]
    [InlineData("1200,500,1200,600,500,6000,6000,480,480,540,480,564,540,2,030,060,0,1,0,9,0,0,1,0,2,00", "0", ParallelRole.Master)]
    [InlineData("1200,500,1200,600,500,6000,6000,480,480,540,480,564,540,2,030,060,0,1,0,9,0,0,5,0,2,00", "1", ParallelRole.Slave)]
    [InlineData("1200,500,1200,600,500,6000,6000,480,480,540,480,564,540,2,030,060,0,1,0,9,0,0,,0,2,00", "0", null)]
    [InlineData("1200,500,1200,600,500,6000,6000,480,480,540,480,564,540,2,030,060,0,1,0,9,0,0,1,0,2,00", "", null)]
    public void The_role_follows_from_output_mode_and_instance_and_from_nothing_less(string rated, string instance, ParallelRole? role)
    {
        ScriptedUnit unit = ScriptedSite.Unit(One, (command, _) => command switch
        {
            "PIRI" => [Now(rated)],
            "GS" => [Now(Body("GS")[..^1] + instance)],
            _ => null,
        });

        Assert.Equal(role, Assert.Single(Read(new() { ["a"] = unit })).Value!.ParallelRole);
    }

    [Fact]
    public void A_fault_comes_with_its_meaning_and_the_next_step_and_warnings_in_words()
    {
        ScriptedUnit unit = ScriptedSite.Unit(One, (command, _) => command == "FWS" ? [Now("71,1,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0")] : null);

        LvxStatus status = Assert.Single(Read(new() { ["a"] = unit })).Value!;

        Assert.Equal(71, status.Fault?.Code);
        Assert.Equal("parallel firmware version different", status.Fault?.Text);
        Assert.Contains("Flash", status.Fault?.NextStep, StringComparison.Ordinal);
        Assert.Equal(["line fail", "battery low"], status.Warnings);
    }

    [Fact]
    public void A_code_that_no_document_knows_is_kept()
    {
        ScriptedUnit unit = ScriptedSite.Unit(One, (command, _) => command switch
        {
            "MOD" => [Now("09")],
            "FWS" => [Now("99,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1")],
            _ => null,
        });

        LvxStatus status = Assert.Single(Read(new() { ["a"] = unit })).Value!;

        Assert.Equal((OperatingMode)9, status.Mode);
        Assert.Equal((99, "unknown fault"), (status.Fault!.Code, status.Fault.Text));
        Assert.Equal(["warning 18"], status.Warnings);
    }

    [Fact]
    public void A_question_that_the_firmware_refuses_leaves_no_value_and_a_warning_never_a_zero()
    {
        ScriptedUnit unit = ScriptedSite.Unit(One, (command, _) => command is "FWS" or "MOD" or "VFW" or "PIRI" ? [Now(FrameWriter.Refused.ToArray())] : null);
        var host = new RecordingHost(Token);

        LvxStatus status = Assert.Single(Read(new() { ["a"] = unit }, host)).Value!;

        Assert.Null(status.Fault);
        Assert.Null(status.Warnings);
        Assert.Null(status.Mode);
        Assert.Null(status.OutputMode);
        Assert.Null(status.MainFirmware);
        Assert.Equal(55.1m, status.BatteryVoltage);
        Assert.Equal(4, host.Messages.Count(message => message.StartsWith("warning: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_question_that_the_firmware_passes_over_leaves_no_value_and_a_warning()
    {
        ScriptedUnit unit = ScriptedSite.Unit(One, (command, _) => command is "FWS" ? [] : null);
        var host = new RecordingHost(Token);

        LvxStatus status = Assert.Single(Read(new() { ["a"] = unit }, host)).Value!;

        Assert.Null(status.Fault);
        Assert.Equal(OperatingMode.Hybrid, status.Mode);
        Assert.Contains(host.Messages, message => message.StartsWith("warning: scripted:a: FWS got no answer", StringComparison.Ordinal));
    }

    [Fact]
    public void All_units_are_read_at_the_same_time()
    {
        // Each unit's first answer waits until the other was asked as well: one after the other would never end.
        using var both = new Barrier(2);
        ScriptedUnit Waiting(string serial) => ScriptedSite.Unit(serial, (command, _) =>
        {
            if (command == "PI")
            {
                Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(20), Token));
            }

            return null;
        });

        UnitOutcome<LvxStatus>[] outcomes = [.. Read(new() { ["a"] = Waiting(One), ["b"] = Waiting(Two) })];

        Assert.Equal([One, Two], outcomes.Select(outcome => outcome.Value!.SerialNumber));
    }

    [Fact]
    public void A_unit_that_fails_does_not_hide_the_others_and_keeps_its_place()
    {
        ScriptedUnit broken = ScriptedSite.Unit(One, (command, _) => command == "GS" ? [Now("05")] : null);

        UnitOutcome<LvxStatus>[] outcomes = [.. Read(new() { ["a"] = broken, ["b"] = ScriptedSite.Unit(Two) })];

        Assert.Equal(LvxError.AnswerUnexpected, outcomes[0].Error?.Error);
        Assert.Equal("scripted:a", outcomes[0].Unit.Device);
        Assert.Equal(Two, outcomes[1].Value?.SerialNumber);
    }

    [Fact]
    public void No_setter_is_sent_and_the_link_would_not_carry_one()
    {
        ScriptedUnit unit = ScriptedSite.Unit(One);

        Read(new() { ["a"] = unit });

        Assert.Equal(["PI", "ID", "VFW", "PIRI", "GS", "MOD", "FWS"], unit.Asked);
    }

    [Theory]
    [InlineData(Two)]
    [InlineData("1496132206100002000000")]
    public void A_serial_number_in_either_form_finds_its_unit_wherever_it_is(string wanted)
    {
        UnitOutcome<LvxStatus> outcome = Assert.Single(Read(new() { ["a"] = ScriptedSite.Unit(One), ["b"] = ScriptedSite.Unit(Two) }, null, wanted));

        Assert.Equal("b", outcome.Value?.Name);
    }

    [Fact]
    public void A_serial_number_that_nobody_has_is_an_error_that_says_whom_it_saw()
    {
        UnitOutcome<LvxStatus> outcome = Assert.Single(Read(new() { ["a"] = ScriptedSite.Unit(One) }, null, Two));

        Assert.Equal(LvxError.DeviceNotFound, outcome.Error?.Error);
        Assert.Contains(One, outcome.Error?.Message, StringComparison.Ordinal);
        Assert.Contains(Two, outcome.Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_that_fails_is_only_told_when_the_wanted_unit_was_found_elsewhere()
    {
        var host = new RecordingHost(Token);

        UnitOutcome<LvxStatus> outcome = Assert.Single(Read(new() { ["a"] = ScriptedSite.Unit(One, (_, _) => [Now("17")]), ["b"] = ScriptedSite.Unit(Two) }, host, Two));

        Assert.Equal(Two, outcome.Value?.SerialNumber);
        Assert.Contains(host.Messages, message => message.StartsWith("verbose: scripted:a", StringComparison.Ordinal));
    }

    [Fact]
    public void The_host_is_called_on_the_thread_of_the_caller_alone()
    {
        var host = new RecordingHost(Token) { WantsFrames = true };

        _ = Read(new() { ["a"] = ScriptedSite.Unit(One), ["b"] = ScriptedSite.Unit(Two) }, host).Count;

        Assert.Contains(host.Messages, message => message.Contains("^P005GS", StringComparison.Ordinal));
        Assert.Equal([Environment.CurrentManagedThreadId], host.Threads);
        Assert.Equal((2, 2), host.LastProgress);
    }

    private static List<UnitOutcome<LvxStatus>> Read(Dictionary<string, ScriptedUnit> units, RecordingHost? host = null, params string[] serials)
    {
        (UnitAccess access, UnitSelection selection) = ScriptedSite.Of(units, serials);
        return [.. new StatusOperation(access).Read(selection, host ?? new RecordingHost(Token))];
    }
}
