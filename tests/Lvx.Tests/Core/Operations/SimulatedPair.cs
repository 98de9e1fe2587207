using Lvx.Core.Links;
using Lvx.Core.Operations;
using Lvx.Core.Sessions;
using Lvx.Core.Units;
using Lvx.Simulator;

namespace Lvx.Tests.Core.Operations;

/// <summary>Simulated units behind the access that operations take, and what they are asked.</summary>
internal sealed class SimulatedPair
{
    private readonly SimulatorLinkKind kind = new();

    public SimulatedPair(string device = "sim:pair")
    {
        Device = device;
        Links = new LinkRegistry(kind);
        Access = new UnitAccess(Links, new LinkOptions(), new SessionOptions { QueryTimeout = TimeSpan.FromSeconds(1.5) });
        Selection = new UnitFinder(Links, () => []).Select([device], null);
    }

    public string Device { get; }

    public LinkRegistry Links { get; }

    public UnitAccess Access { get; }

    public UnitSelection Selection { get; }

    public IReadOnlyList<SimulatedUnit> Units => kind.Site(Device).Units;

    public RecordingHost Host { get; } = new(TestContext.Current.CancellationToken);

    public IReadOnlyList<LvxSettings> Read(SettingsScope scope = SettingsScope.Twelve) =>
        [.. new SettingsOperation(Access).Read(Selection, scope, Host).Select(outcome => outcome.Error is { } error ? throw error : outcome.Value!)];
}
