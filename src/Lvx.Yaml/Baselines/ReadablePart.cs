using System.Globalization;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using Lvx.Pi18;

namespace Lvx.Yaml.Baselines;

/// <summary>
/// The part of a baseline that people read, as it follows from the raw answers: what is written, and what a file is held against when it is read. A section whose
/// question was not answered is no value.
/// </summary>
internal sealed class ReadablePart
{
    private ReadablePart(LvxSettings unit)
    {
        Settings = [.. unit.Settings.Select(setting => SettingCatalogue.Find(setting.Name)!)];
        Unit = unit;
        Firmware = unit.Raw.ContainsKey(Pi18.Firmware.Query.Command)
            ? [.. Processors(unit).Where(processor => processor.Version is not null).Select(processor => (processor.Key, processor.Version!))]
            : null;
        Defaults = unit.Defaults is null ? null : [.. SettingCatalogue.All.Where(setting => unit.DefaultOf(setting) is not null)];
    }

    /// <summary>The settings, all of them: a unit of which only the twelve were looked at has more in the same answers.</summary>
    public LvxSettings Unit { get; }

    /// <summary>The firmware by processor.</summary>
    public IReadOnlyList<(string Key, string Version)>? Firmware { get; }

    /// <summary>Every setting that was answered.</summary>
    public IReadOnlyList<SettingDefinition> Settings { get; }

    /// <summary>Every setting with a factory default.</summary>
    public IReadOnlyList<SettingDefinition>? Defaults { get; }

    /// <summary>The amperes that can be set, by key, with their question.</summary>
    public IReadOnlyList<(string Key, string Question, IReadOnlyList<int>? Amperes)> Currents =>
    [
        (BaselineFormat.ChargeCurrents, ChargeCurrents.Total.Command, Unit.ChargeCurrents),
        (BaselineFormat.AcChargeCurrents, ChargeCurrents.Utility.Command, Unit.AcChargeCurrents),
    ];

    /// <summary>The readable part of a unit's settings.</summary>
    public static ReadablePart Of(LvxSettings unit) => new(
        LvxSettings.TryRead(new UnitPort(unit.Device, unit.Name), unit.SerialNumber, unit.Timestamp, SettingsScope.All, unit.Raw, out string? problem)
        ?? throw new InvalidOperationException($"The answer to {problem} was read before and cannot be read now."));

    /// <summary>A time as it stands in the file.</summary>
    public static string Time(DateTime time) => time.ToString(BaselineFormat.TimeFormat, CultureInfo.InvariantCulture);

    private static (string Key, string? Version)[] Processors(LvxSettings unit) => [("main", unit.MainFirmware), ("slave_1", unit.Slave1Firmware), ("slave_2", unit.Slave2Firmware)];
}
