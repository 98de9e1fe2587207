using System.Globalization;
using System.Text.Json;
using Lvx.Core.Operations;
using Lvx.Pi18;

namespace Lvx.Cli.Output;

/// <summary>
/// Statuses as JSON: always an array, camelCase names, numbers as numbers, codes by name and as numbers where no document names them. Written out by hand: what a serializer needs of
/// generic code, most of which is compiled only when it runs, takes longer than the start of the command.
/// </summary>
internal static class StatusJson
{
    /// <param name="statuses">The statuses.</param>
    /// <param name="line">Whether all of it is to stand in one line, as when one reading follows another.</param>
    public static string Write(IReadOnlyList<LvxStatus> statuses, bool line) => JsonValues.Array(statuses, Write, indented: !line);

    private static void Write(Utf8JsonWriter json, LvxStatus status)
    {
        json.WriteStartObject();
        JsonValues.Write(json, "device", status.Device);
        JsonValues.Write(json, "name", status.Name);
        JsonValues.Write(json, "serialNumber", status.SerialNumber);
        JsonValues.Write(json, "timestamp", status.Timestamp);
        Code(json, "mode", status.Mode);
        Fault(json, "fault", status.Fault);
        JsonValues.Write(json, "warnings", status.Warnings);
        JsonValues.Write(json, "parallelInstance", status.ParallelInstance);
        Code(json, "parallelRole", status.ParallelRole);
        Code(json, "outputMode", status.OutputMode);
        JsonValues.Write(json, "mainFirmware", status.MainFirmware);
        JsonValues.Write(json, "slave1Firmware", status.Slave1Firmware);
        JsonValues.Write(json, "slave2Firmware", status.Slave2Firmware);
        JsonValues.Write(json, "gridVoltage", status.GridVoltage);
        JsonValues.Write(json, "gridFrequency", status.GridFrequency);
        JsonValues.Write(json, "outputVoltage", status.OutputVoltage);
        JsonValues.Write(json, "outputFrequency", status.OutputFrequency);
        JsonValues.Write(json, "outputApparentPower", status.OutputApparentPower);
        JsonValues.Write(json, "outputActivePower", status.OutputActivePower);
        JsonValues.Write(json, "loadPercent", status.LoadPercent);
        JsonValues.Write(json, "batteryVoltage", status.BatteryVoltage);
        JsonValues.Write(json, "batteryVoltageScc1", status.BatteryVoltageScc1);
        JsonValues.Write(json, "batteryVoltageScc2", status.BatteryVoltageScc2);
        JsonValues.Write(json, "batteryDischargeCurrent", status.BatteryDischargeCurrent);
        JsonValues.Write(json, "batteryChargeCurrent", status.BatteryChargeCurrent);
        JsonValues.Write(json, "batteryCapacity", status.BatteryCapacity);
        JsonValues.Write(json, "heatSinkTemperature", status.HeatSinkTemperature);
        JsonValues.Write(json, "mppt1Temperature", status.Mppt1Temperature);
        JsonValues.Write(json, "mppt2Temperature", status.Mppt2Temperature);
        JsonValues.Write(json, "pv1Power", status.Pv1Power);
        JsonValues.Write(json, "pv2Power", status.Pv2Power);
        JsonValues.Write(json, "pv1Voltage", status.Pv1Voltage);
        JsonValues.Write(json, "pv2Voltage", status.Pv2Voltage);
        JsonValues.Write(json, "settingsChanged", status.SettingsChanged);
        Code(json, "mppt1Status", status.Mppt1Status);
        Code(json, "mppt2Status", status.Mppt2Status);
        JsonValues.Write(json, "loadConnected", status.LoadConnected);
        Code(json, "batteryDirection", status.BatteryDirection);
        Code(json, "dcAcDirection", status.DcAcDirection);
        Code(json, "lineDirection", status.LineDirection);
        json.WriteEndObject();
    }

    private static void Fault(Utf8JsonWriter json, string name, FaultInfo? fault)
    {
        json.WritePropertyName(name);
        if (fault is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteNumber("code", fault.Code);
        json.WriteString("text", fault.Text);
        json.WriteString("nextStep", fault.NextStep);
        json.WriteEndObject();
    }

    private static void Code(Utf8JsonWriter json, string name, Enum? code)
    {
        object? value = code?.ToString();
        JsonValues.Write(json, name, value is string text && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : value);
    }
}
