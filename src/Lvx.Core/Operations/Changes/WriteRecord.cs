using Lvx.Core.Journal;

namespace Lvx.Core.Operations;

/// <summary>What the journal says of one write, whatever it is.</summary>
/// <param name="Device">The device.</param>
/// <param name="SerialNumber">The unit.</param>
/// <param name="Firmware">Its main firmware, where it is known.</param>
/// <param name="Frame">The setter.</param>
/// <param name="Changes">What it changes, from and to.</param>
internal sealed record WriteRecord(string Device, string SerialNumber, string? Firmware, string Frame, IReadOnlyList<JournalChange> Changes)
{
    public static WriteRecord Of(UnitUnderChange unit, PlannedWrite write) => new(
        unit.Port.Device,
        unit.SerialNumber,
        unit.Found.MainFirmware,
        write.Setter.Command,
        [.. write.Changes.Where(change => change.IsReal).Select(change => new JournalChange(
            change.Setting.Name, SettingText.Format(change.Setting, change.From), SettingText.Format(change.Setting, change.To)))]);
}
