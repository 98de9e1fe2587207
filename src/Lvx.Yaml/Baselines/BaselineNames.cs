using System.Globalization;
using Lvx.Core.Operations;

namespace Lvx.Yaml.Baselines;

/// <summary>Names of files for units, whatever the units are called: letters, digits, dots, lines and underscores, each once.</summary>
internal static class BaselineNames
{
    private const string Nameless = "unit";
    private const int MaxLength = 100;

    /// <summary>A name for each unit. Units whose names fall together have their serial number behind it, or else a count.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<LvxSettings> units)
    {
        string[] names = [.. units.Select(unit => Reduced(unit.Name, Nameless))];
        ILookup<string, string> byName = names.ToLookup(name => name, StringComparer.OrdinalIgnoreCase);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. units.Zip(names, (unit, name) =>
        {
            string serial = Reduced(unit.SerialNumber ?? "", "");
            return Free(byName[name].Count() > 1 && serial.Length > 0 ? $"{name}-{serial}" : name, taken);
        })];
    }

    private static string Free(string name, HashSet<string> taken)
    {
        string free = name;
        for (int number = 2; !taken.Add(free); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        }

        return free;
    }

    private static string Reduced(string name, string otherwise)
    {
        string reduced = new([.. name.Take(MaxLength).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '-')]);
        reduced = reduced.TrimStart('.');
        return reduced.Length == 0 ? otherwise : reduced;
    }
}
