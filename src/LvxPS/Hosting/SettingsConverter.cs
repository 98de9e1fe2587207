using System.Collections;
using System.Management.Automation;
using Lvx.Core.Operations;
using Lvx.Core.Units;

namespace LvxPS.Hosting;

/// <summary>
/// Makes settings that came from a job, another machine or a CLIXML file into settings again, from their raw answers. Without it a cmdlet that takes settings would see
/// nothing but their property Device, and read whatever is plugged in there on this machine instead.
/// </summary>
public sealed class SettingsConverter : PSTypeConverter
{
    private static readonly string Deserialized = "Deserialized." + typeof(LvxSettings).FullName;

    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) =>
        sourceValue is PSObject source && source.TypeNames.Contains(Deserialized) && Convert(source) is not null;

    /// <inheritdoc/>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        (sourceValue is PSObject source ? Convert(source) : null) ?? throw new InvalidCastException("These are no settings of a unit.");

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) => throw new NotSupportedException();

    private static LvxSettings? Convert(PSObject source)
    {
        if (Value(source, nameof(LvxSettings.Raw)) is not IDictionary answers
            || Value(source, nameof(LvxSettings.Device)) is not string device
            || Value(source, nameof(LvxSettings.Name)) is not string name
            || Value(source, nameof(LvxSettings.Timestamp)) is not DateTime timestamp)
        {
            return null;
        }

        // A table that travelled has lost its order; there is one that all settings have.
        IEnumerable<KeyValuePair<string, string>> raw = LvxSettings.Questions
            .Where(question => answers[question] is not null)
            .Select(question => new KeyValuePair<string, string>(question, answers[question]!.ToString()!));
        SettingsScope scope = Value(source, nameof(LvxSettings.MachineType)) is null && Value(source, nameof(LvxSettings.OutputMode)) is null ? SettingsScope.Twelve : SettingsScope.All;
        return LvxSettings.TryRead(
            new UnitPort(device, name), Value(source, nameof(LvxSettings.SerialNumber)) as string, timestamp, scope, new OrderedDictionary<string, string>(raw), out _);
    }

    private static object? Value(PSObject source, string name) => source.Properties[name]?.Value switch
    {
        PSObject wrapped => wrapped.BaseObject,
        var value => value,
    };
}
