using System.Text.Json;
using Lvx.Core.Operations;
using Lvx.Pi18;
using Lvx.Yaml;

namespace Lvx.Tests.Yaml;

public sealed class ShippedProfileTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "profiles");

    private static JsonElement Schema => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "profile.schema.json"))).RootElement.GetProperty("properties");

    private static JsonElement Settings => Schema.GetProperty("settings").GetProperty("properties");

    public static TheoryData<string, string> Banks => new()
    {
        { "eg4-lp4-v2", "BatteryType User, BulkVoltage 56.4, FloatVoltage 54.0, CutOffVoltage 48.0, ReChargeVoltage 48.0, ReDischargeVoltage 54.0" },
        { "eg4-ll", "BatteryType User, BulkVoltage 56.2, FloatVoltage 54.0, CutOffVoltage 47.0" },
        { "kilovault-hlx", "BatteryType User, BulkVoltage 56.0, FloatVoltage 55.2, CutOffVoltage 48.0" },
        { "discover-aes", "BatteryType User, BulkVoltage 55.2, FloatVoltage 53.6" },
        { "generic-lfp-16s", "BatteryType User, BulkVoltage 57.6, FloatVoltage 54.4" },
        { "agm", "BatteryType User, BulkVoltage 57.2, FloatVoltage 53.2" },
        { "gel", "BatteryType User, BulkVoltage 56.4, FloatVoltage 54.4" },
        { "flooded", "BatteryType User, BulkVoltage 58.4, FloatVoltage 53.6" },
    };

    [Theory]
    [MemberData(nameof(Banks))]
    public void A_bank_has_the_numbers_of_its_source(string name, string settings)
    {
        LvxProfile profile = new ProfileShelf([Folder]).Find(name);

        Assert.Equal(settings, string.Join(", ", profile.Settings.Select(setting => $"{setting.Key} {setting.Value}")));
    }

    [Fact]
    public void Every_profile_that_is_shipped_is_sound_and_tested()
    {
        ProfileOutcome[] outcomes = [.. new ProfileShelf([Folder]).List()];

        Assert.All(outcomes, outcome => Assert.Null(outcome.Error?.Message));
        Assert.Equal(Banks.Select(row => row.Data.Item1).Order(StringComparer.Ordinal), outcomes.Select(outcome => outcome.Profile!.Name));
        Assert.All(outcomes, outcome => Assert.StartsWith("# yaml-language-server: $schema=./profile.schema.json\n", File.ReadAllText(outcome.Path), StringComparison.Ordinal));
    }

    [Fact]
    public void The_profiles_lie_beside_the_command() =>
        Assert.Equal(Directory.GetFiles(Folder).Select(Path.GetFileName).Order(), Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "profiles")).Select(Path.GetFileName).Order());

    [Fact]
    public void The_schema_names_every_setting_that_pi18_sets_and_no_other()
    {
        Assert.Equal(SettingCatalogue.All.Where(setting => setting.Settable == SettableBy.Pi18).Select(setting => setting.Key), Settings.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            SettingCatalogue.All.Where(setting => setting.Unit is not null).Select(setting => setting.Key),
            Schema.GetProperty("limits").GetProperty("properties").EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public void The_schema_has_the_ranges_and_words_of_the_protocol()
    {
        foreach (JsonProperty property in Settings.EnumerateObject())
        {
            SettingDefinition setting = SettingCatalogue.Find(property.Name)!;
            if (setting.Range is { } range)
            {
                JsonElement numbers = range.OrZero ? property.Value.GetProperty("anyOf")[1] : property.Value;
                Assert.Equal((range.Least, range.Greatest), (numbers.GetProperty("minimum").GetDecimal(), numbers.GetProperty("maximum").GetDecimal()));
                Assert.Equal(range.Step == 1, numbers.TryGetProperty("multipleOf", out _));
            }
            else if (setting.Kind == SettingKind.Code)
            {
                Assert.Equal(setting.SettableCodes.Select(code => SettingText.Format(setting, code)), property.Value.GetProperty("enum").EnumerateArray().Select(word => word.GetString()));
            }
        }
    }

    [Fact]
    public void What_the_catalogue_can_set_the_setters_can_encode()
    {
        SettingDefinition current = SettingCatalogue.Find("MaxChargeCurrent")!;

        Assert.NotNull(current.WhyNotSettable(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Setters.MaxChargeCurrent(0));
        Assert.Null(current.WhyNotSettable(1));
        Assert.Null(current.WhyNotSettable(999));
    }
}
