using System.Collections.ObjectModel;
using Lvx.Core.Units;
using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>A question, its raw answer, and what the answer means.</summary>
public sealed class LvxQueryResult
{
    internal LvxQueryResult(UnitPort unit, string? serialNumber, string command, DateTime timestamp, string raw, Answer answer)
    {
        Device = unit.Device;
        Name = unit.Name;
        SerialNumber = serialNumber;
        Command = command;
        Timestamp = timestamp;
        Raw = raw;
        Units = answer.Fields.Where(field => field.Unit is not null).ToDictionary(field => field.Name, field => field.Unit!).AsReadOnly();
        var fields = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (Field field in answer.Fields)
        {
            fields[field.Name] = PlainValue.Of(field.Value);
        }

        Fields = new ReadOnlyDictionary<string, object?>(fields);
    }

    /// <summary>The device it was read from.</summary>
    public string Device { get; }

    /// <summary>The unit's short name.</summary>
    public string Name { get; }

    /// <summary>The unit's serial number.</summary>
    public string? SerialNumber { get; }

    /// <summary>The question.</summary>
    public string Command { get; }

    /// <summary>When the answer came, in UTC.</summary>
    public DateTime Timestamp { get; }

    /// <summary>The answer's body as it came, byte for byte.</summary>
    public string Raw { get; }

    /// <summary>The values by name, in the order of the wire: numbers (tenths as decimals), codes by name, and as numbers where no document names them; null for no value.</summary>
    public ReadOnlyDictionary<string, object?> Fields { get; }

    /// <summary>The symbols of the units (V, A, Hz, W, VA, %, °C) of those fields that have one.</summary>
    public ReadOnlyDictionary<string, string> Units { get; }
}
