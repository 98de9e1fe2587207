using System.Text.Json;
using Lvx.Core.Operations;

namespace Lvx.Cli.Output;

/// <summary>Settings as JSON: always an array; each unit with its settings by name, their unit, default, and what they can be set to.</summary>
internal static class SettingsJson
{
    public static string Write(IReadOnlyList<LvxSettings> units) => JsonValues.Array(units, Write);

    private static void Write(Utf8JsonWriter json, LvxSettings unit)
    {
        json.WriteStartObject();
        json.WriteString("device", unit.Device);
        json.WriteString("name", unit.Name);
        json.WriteString("serialNumber", unit.SerialNumber);
        json.WriteString("timestamp", unit.Timestamp);
        json.WriteString("mainFirmware", unit.MainFirmware);
        json.WriteString("slave1Firmware", unit.Slave1Firmware);
        json.WriteString("slave2Firmware", unit.Slave2Firmware);
        json.WriteStartObject("settings");
        foreach (LvxSetting setting in unit.Settings)
        {
            json.WriteStartObject(JsonNamingPolicy.CamelCase.ConvertName(setting.Name));
            JsonValues.Write(json, "value", setting.Value);
            JsonValues.Write(json, "unit", setting.Unit);
            JsonValues.Write(json, "default", setting.Default);
            JsonValues.Write(json, "settable", setting.Settable);
            JsonValues.Write(json, "allowed", setting.Allowed);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        JsonValues.Write(json, "chargeCurrents", unit.ChargeCurrents);
        JsonValues.Write(json, "acChargeCurrents", unit.AcChargeCurrents);
        WriteMap(json, "defaults", unit.Defaults?.Select(field => (field.Key, field.Value)));
        WriteMap(json, "raw", unit.Raw.Select(answer => (answer.Key, (object?)answer.Value)));
        json.WriteEndObject();
    }

    private static void WriteMap(Utf8JsonWriter json, string name, IEnumerable<(string Name, object? Value)>? values)
    {
        if (values is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        foreach ((string key, object? value) in values)
        {
            JsonValues.Write(json, key, value);
        }

        json.WriteEndObject();
    }
}
