using Lvx.Core.Links;
using Lvx.Tests.Core.Sessions;

namespace Lvx.Tests.Core.Operations;

/// <summary><c>scripted:NAME</c>: the units of a test, by name.</summary>
internal sealed class ScriptedLinkKind(IReadOnlyDictionary<string, ScriptedUnit> units) : ILinkKind
{
    private const string Scheme = "scripted:";

    public string Form => "scripted:NAME";

    public bool Claims(string device) => device.StartsWith(Scheme, StringComparison.Ordinal);

    public IReadOnlyList<string> Expand(string device) => device == "scripted:all" ? [.. units.Keys.Select(name => Scheme + name)] : [device];

    public string NameOf(string device) => device[Scheme.Length..];

    public Link Open(string device, LinkOptions options, CancellationToken cancellation) => units[NameOf(device)].Open(options.Access);
}
