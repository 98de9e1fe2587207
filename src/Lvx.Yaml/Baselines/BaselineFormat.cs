using Lvx.Core.Operations;
using Lvx.Pi18;

namespace Lvx.Yaml.Baselines;

/// <summary>The words of a baseline, shared by who writes and who reads it.</summary>
internal static class BaselineFormat
{
    public const string SchemaFamily = "lvxps-baseline/";
    public const string Schema = SchemaFamily + "1";

    public const string Name = "name";
    public const string Device = "device";
    public const string Serial = "serial";
    public const string ReadAt = "read_at";
    public const string Firmware = "firmware";
    public const string Settings = "settings";
    public const string Defaults = "defaults";
    public const string ChargeCurrents = "charge_currents";
    public const string AcChargeCurrents = "ac_charge_currents";
    public const string Raw = "raw";

    /// <summary>UTC to the tenth of a microsecond.</summary>
    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>The same, for readers: as many decimals as a person left.</summary>
    public const string ReadTimeFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    /// <summary>The question whose answer says a setting.</summary>
    public static string QuestionOf(SettingDefinition setting) => setting switch
    {
        { Kind: SettingKind.Switch } => SwitchFlags.Query.Command,
        { Name: nameof(LvxSettings.AcChargeWindow) } => TimeWindow.AcCharge.Command,
        { Name: nameof(LvxSettings.AcLoadWindow) } => TimeWindow.AcLoad.Command,
        _ => RatedInformation.Query.Command,
    };
}
