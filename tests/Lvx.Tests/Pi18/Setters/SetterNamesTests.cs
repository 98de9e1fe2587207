using System.Reflection;
using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

public sealed class SetterNamesTests
{
    // What cannot be built cannot be sent: no factory reset, energy counters, serial number, output voltage, frequency or mode, load off, grid-tie.
    [Fact]
    public void No_setter_can_be_built_but_these() => Assert.Equal(
        [
            "AcChargeWindow", "AcLoadWindow", "BatteryType", "BulkAndFloatVoltage", "ChargerSourcePriority", "Clock", "CutOffVoltage", "Flag",
            "InputVoltageRange", "MaxAcChargeCurrent", "MaxChargeCurrent", "OutputSourcePriority", "ReChargeAndReDischargeVoltage", "SolarPowerPriority",
        ],
        typeof(Setters).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(method => method.ReturnType == typeof(Setter)).Select(method => method.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void A_setter_has_no_other_way_into_the_world()
    {
        Assert.Empty(typeof(Setter).GetConstructors());
        Assert.Equal(
            ["Setters"],
            typeof(Setter).Assembly.GetExportedTypes()
                .Where(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance).Any(method => method.ReturnType == typeof(Setter)))
                .Select(type => type.Name));
    }

    [Theory]
    [InlineData("PF")]
    [InlineData("CLE")]
    [InlineData("ID96132206100001")]
    [InlineData("ID1496132206100001000000")]
    [InlineData("V2300")]
    [InlineData("F50")]
    [InlineData("F60")]
    [InlineData("POPM0,1")]
    [InlineData("LON0")]
    [InlineData("LON1")]
    [InlineData("PEI")]
    [InlineData("PDI")]
    public void Dangerous_words_are_setters(string command) => Assert.True(SetterNames.IsSetter(command));

    [Fact]
    public void Every_switch_is_a_setter_on_and_off() => Assert.All("ABCDEFGHI", letter =>
    {
        Assert.True(SetterNames.IsSetter($"PE{letter}"));
        Assert.True(SetterNames.IsSetter($"PD{letter}"));
    });

    [Theory]
    [InlineData("POP01")]
    [InlineData("MCHGC60")]
    [InlineData("MCHGC0,06")]
    [InlineData("BUCD44")]
    [InlineData("DAT2026")]
    [InlineData("LON2")]
    [InlineData("PBT9")]
    public void A_setter_in_a_wrong_form_is_a_setter_all_the_same(string command) => Assert.True(SetterNames.IsSetter(command));

    [Fact]
    public void No_question_is_a_setter() => Assert.All(Catalogue.Everything, query => Assert.False(SetterNames.IsSetter(query.Command)));

    [Theory]
    [InlineData("")]
    [InlineData("XYZ")]
    [InlineData("P")]
    [InlineData("PERT")]
    [InlineData("PFX")]
    [InlineData("VFW")]
    public void Another_word_is_no_setter(string command) => Assert.False(SetterNames.IsSetter(command));
}
