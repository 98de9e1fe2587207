using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

/// <summary>The numbers on the wire, from the 2017 and 2022 documents.</summary>
public sealed class CodeTests
{
    [Fact]
    public void Codes_have_the_names_of_the_documents()
    {
        Assert.Equal(["0 PowerOn", "1 Standby", "2 Bypass", "3 Battery", "4 Fault", "5 Hybrid", "6 Charge"], Listed<OperatingMode>());
        Assert.Equal(["0 Agm", "1 Flooded", "2 User", "3 Pylontech", "5 Weco", "6 Soltaro", "8 Lib", "9 Lic"], Listed<BatteryType>());
        Assert.Equal(["0 Appliance", "1 Ups"], Listed<InputVoltageRange>());
        Assert.Equal(["0 SolarUtilityBattery", "1 SolarBatteryUtility"], Listed<OutputSourcePriority>());
        Assert.Equal(["0 SolarFirst", "1 SolarAndUtility", "2 SolarOnly"], Listed<ChargerSourcePriority>());
        Assert.Equal(["0 OffGrid", "1 GridTie"], Listed<MachineType>());
        Assert.Equal(["0 Transformerless", "1 Transformer"], Listed<Topology>());
        Assert.Equal(
            ["0 Single", "1 Parallel", "2 Phase1Of3", "3 Phase2Of3", "4 Phase3Of3", "5 Phase1Of2", "6 Phase2Of2"],
            Listed<OutputMode>());
        Assert.Equal(["0 BatteryLoadUtility", "1 LoadBatteryUtility"], Listed<SolarPowerPriority>());
        Assert.Equal(["0 Abnormal", "1 Idle", "2 Charging"], Listed<MpptStatus>());
        Assert.Equal(["0 Idle", "1 Charge", "2 Discharge"], Listed<BatteryDirection>());
        Assert.Equal(["0 Idle", "1 AcToDc", "2 DcToAc"], Listed<DcAcDirection>());
        Assert.Equal(["0 Idle", "1 Input", "2 Output"], Listed<LineDirection>());
    }

    // FieldReader and FieldWriter take a code's four bytes for an int.
    [Fact]
    public void Every_code_is_an_int() => Assert.All(
        typeof(Query).Assembly.GetExportedTypes().Where(type => type.IsEnum),
        type => Assert.Equal(typeof(int), Enum.GetUnderlyingType(type)));

    private static IEnumerable<string> Listed<TEnum>()
        where TEnum : struct, Enum => Enum.GetValues<TEnum>().Select(value => $"{value:D} {value}");
}
