using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Pi18;

namespace Lvx.Tests.Core.Operations;

public sealed class SettingsOperationTests
{
    [Fact]
    public void The_twelve_come_typed_with_their_units_defaults_and_choices()
    {
        LvxSettings unit = new SimulatedPair().Read()[1];

        Assert.Equal("lvx6048-2", unit.Name);
        Assert.Equal("96132206100002", unit.SerialNumber);
        Assert.Equal((BatteryType.User, 56.4m, 54.0m, 48.0m, 48.0m, 54.0m), (unit.BatteryType, unit.BulkVoltage, unit.FloatVoltage, unit.CutOffVoltage, unit.ReChargeVoltage, unit.ReDischargeVoltage));
        Assert.Equal((60, 30), (unit.MaxChargeCurrent, unit.MaxAcChargeCurrent));
        Assert.Equal([10, 20, 30, 40, 50, 60, 70, 80], unit.ChargeCurrents);
        Assert.Equal(12, unit.Settings.Count);
        LvxSetting bulk = unit.Settings[1];
        Assert.Equal(("BulkVoltage", 56.4m, "V", 56.4m, "PI18", "48.0 to 58.4 V"), (bulk.Name, bulk.Value, bulk.Unit, bulk.Default, bulk.Settable, bulk.Allowed!.Single()));
        LvxSetting type = unit.Settings[0];
        Assert.Equal(("User", "Agm", "Agm, Flooded, User"), (type.Value, type.Default, type.Allowed!.ToString()));
        Assert.Equal(["2", "10", "20", "30", "40", "50", "60", "70", "80"], unit.Settings[7].Allowed);
    }

    [Fact]
    public void Without_all_only_the_twelve_are_told()
    {
        LvxSettings unit = new SimulatedPair().Read()[0];

        Assert.Null(unit.Buzzer);
        Assert.Null(unit.AcChargeWindow);
        Assert.Null(unit.MachineType);
        Assert.Null(unit.OutputMode);
        Assert.Null(unit.MainFirmware);
        Assert.False(unit.HasAll());
    }

    [Fact]
    public void With_all_come_switches_windows_machine_type_output_mode_and_firmware()
    {
        LvxSettings unit = new SimulatedPair("sim:pair?set=AcChargeWindow:01:00-05:30").Read(SettingsScope.All)[1];

        Assert.Equal(24, unit.Settings.Count);
        Assert.Equal((true, false, true, false, false, true, true, true), (unit.Buzzer, unit.OverloadBypass, unit.LcdReturn, unit.OverloadRestart, unit.OverTemperatureRestart, unit.Backlight, unit.AlarmPrimarySourceLost, unit.FaultRecord));
        Assert.Equal(("01:00-05:30", "00:00-00:00"), (unit.AcChargeWindow, unit.AcLoadWindow));
        Assert.Equal((MachineType.OffGrid, OutputMode.Parallel), (unit.MachineType, unit.OutputMode));
        Assert.Equal(("06306", "06021"), (unit.MainFirmware, unit.Slave1Firmware));
        Assert.Equal("LCD only", unit.Settings.Single(setting => setting.Name == "OutputMode").Settable);
        Assert.Null(unit.Settings.Single(setting => setting.Name == "OutputMode").Allowed);
        Assert.Equal(120.0m, unit.Defaults!["outputVoltage"]);
        Assert.Equal(["VFW", "PIRI", "MCHGCR", "DI", "MUCHGCR", "ACCT", "FLAG", "ACLT"], unit.Raw.Keys);
    }

    [Theory]
    [InlineData(SettingsScope.Twelve, "PI ID PIRI MCHGCR DI MUCHGCR")]
    [InlineData(SettingsScope.All, "PI ID VFW PIRI MCHGCR DI MUCHGCR ACCT FLAG ACLT")]
    public void Each_question_is_asked_once_and_no_setter_is_sent(SettingsScope scope, string asked)
    {
        var pair = new SimulatedPair();
        pair.Read(scope);

        Assert.All(pair.Units, unit => Assert.Equal(asked, string.Join(' ', unit.Log.Select(request => request.Text))));
        Assert.All(pair.Units.SelectMany(unit => unit.Log), request => Assert.Equal(FrameKind.Query, request.Kind));
    }

    [Fact]
    public void Neighbouring_questions_have_answers_that_cannot_be_mistaken_for_each_other()
    {
        var pair = new SimulatedPair();
        pair.Read(SettingsScope.All);
        Query[] asked = [.. pair.Units[0].Log.Select(request => QueryCatalogue.TryParse(request.Text, out Query? query, out _) ? query : throw new InvalidOperationException())];

        foreach ((Query one, Query next) in asked.Zip(asked.Skip(1)))
        {
            byte[] frame = pair.Units[0].Answer(FrameKind.Query, System.Text.Encoding.ASCII.GetBytes(one.Command));
            Assert.False(next.Shape.Fits(frame.AsSpan(5..^3)), $"{one} before {next}");
        }
    }

    [Theory]
    [InlineData("DI", "Default")]
    [InlineData("MCHGCR", "Allowed")]
    [InlineData("FLAG", "")]
    public void What_older_firmware_refuses_is_left_out_with_a_warning(string refused, string missing)
    {
        var pair = new SimulatedPair($"sim:single?misbehave=refuse@{refused}");
        LvxSettings unit = pair.Read(SettingsScope.All)[0];

        LvxSetting current = unit.Settings.Single(setting => setting.Name == "MaxChargeCurrent");
        Assert.Equal(60, current.Value);
        Assert.Equal(missing == "Default", current.Default is null);
        Assert.Equal(missing == "Allowed", current.Allowed is null);
        Assert.Equal(refused == "FLAG" ? 16 : 24, unit.Settings.Count);
        Assert.Contains($"{refused} was refused", Assert.Single(pair.Host.Messages, message => message.StartsWith("warning", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_PIRI_there_are_no_settings()
    {
        UnitOutcome<LvxSettings>[] outcomes = [.. Outcomes(new SimulatedPair("sim:pair?misbehave1=refuse@PIRI"))];

        Assert.Equal(LvxError.QueryRefused, outcomes[0].Error!.Error);
        Assert.Equal("lvx6048-2", outcomes[1].Value!.Name);
    }

    [Fact]
    public void A_code_that_no_document_knows_stays_a_number()
    {
        var pair = new SimulatedPair("sim:single");
        pair.Units[0].Change(state => state with { Rated = state.Rated with { BatteryType = (BatteryType)7 } });
        LvxSettings unit = pair.Read()[0];

        Assert.Equal((BatteryType)7, unit.BatteryType);
        Assert.Equal(7, unit.Settings[0].Value);
    }

    private static IEnumerable<UnitOutcome<LvxSettings>> Outcomes(SimulatedPair pair) => new SettingsOperation(pair.Access).Read(pair.Selection, SettingsScope.Twelve, pair.Host);
}
