using Lvx.Core.Links;
using Lvx.Core.Units;
using Lvx.Tests.Core.Sessions;

namespace Lvx.Tests.Core.Operations;

/// <summary>Scripted units behind the access that operations take.</summary>
internal static class ScriptedSite
{
    public static (UnitAccess Access, UnitSelection Selection) Of(IReadOnlyDictionary<string, ScriptedUnit> units, params string[] serialNumbers)
    {
        var links = new LinkRegistry(new ScriptedLinkKind(units));
        UnitSelection selection = new UnitFinder(links, () => []).Select(["scripted:all"], serialNumbers);
        return (new UnitAccess(links, new LinkOptions(), Core.Sessions.Sessions.Options), selection);
    }

    /// <summary>A unit with a serial number of its own.</summary>
    public static ScriptedUnit Unit(string serial, Func<string, int, IEnumerable<(TimeSpan, byte[]?)>?>? special = null) => new()
    {
        Script = ScriptedUnit.Except((command, time) =>
            special?.Invoke(command, time) ?? (command == "ID" ? [ScriptedUnit.Now(Lvx.Pi18.SerialNumber.ToWire(serial))] : null)),
    };
}
