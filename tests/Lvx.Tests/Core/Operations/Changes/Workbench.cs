using Lvx.Core.Journal;
using Lvx.Core.Links;
using Lvx.Core.Operations;
using Lvx.Core.Sessions;
using Lvx.Core.Units;
using Lvx.Pi18;
using Lvx.Simulator;

namespace Lvx.Tests.Core.Operations.Changes;

/// <summary>Simulated units, a journal of their own, and what it takes to change them; waits are short, since the simulator's are.</summary>
internal sealed class Workbench : IDisposable
{
    private readonly SimulatorLinkKind kind = new();
    private readonly string folder = Directory.CreateTempSubdirectory("lvx").FullName;

    public Workbench(string device = "sim:pair?state=idle", double timeout = 1)
    {
        Device = device;
        var links = new LinkRegistry(kind);
        Access = new UnitAccess(links, new LinkOptions { OpenTimeout = TimeSpan.FromSeconds(timeout) }, new SessionOptions { QueryTimeout = TimeSpan.FromSeconds(timeout), SetterTimeout = TimeSpan.FromSeconds(timeout) });
        Selection = new UnitFinder(links, () => []).Select([device], null);
        Journal = new ChangeJournal(Path.Combine(folder, "journal.jsonl"));
    }

    public string Device { get; }

    public UnitAccess Access { get; }

    public UnitSelection Selection { get; }

    public ChangeJournal Journal { get; }

    public Witness Kept { get; } = new();

    public IReadOnlyList<SimulatedUnit> Units => kind.Site(Device).Units;

    public RecordingHost Host { get; init; } = new(TestContext.Current.CancellationToken);

    public ChangeOptions Options { get; init; } = new()
    {
        Command = "test",
        ReadBackTime = TimeSpan.FromSeconds(0.5),
        SettleTime = TimeSpan.FromSeconds(0.02),
        Pause = TimeSpan.FromSeconds(0.02),
    };

    public static LvxProfile Eg4 { get; } = new("eg4-lp4-v2", "Three EG4 LP4 v2", "a site", null, "eg4-lp4-v2.yaml",
    [
        Want("BatteryType", BatteryType.User), Want("BulkVoltage", 56.4m), Want("FloatVoltage", 54.0m), Want("CutOffVoltage", 48.0m), Want("ReChargeVoltage", 48.0m), Want("ReDischargeVoltage", 54.0m),
    ]);

    public static KeyValuePair<SettingDefinition, object> Want(string setting, object value) => new(SettingCatalogue.Find(setting)!, value);

    public ChangeReport Run(params KeyValuePair<SettingDefinition, object>[] wanted) => Run(ChangeWish.Of(wanted));

    public ChangeReport Run(ChangeWish wish, ChangeOptions? options = null, RecordingHost? host = null) =>
        new ChangeOperation(Access, Journal, Kept).Run(Selection, wish, options ?? Options, host ?? Host);

    /// <summary>The setters that a unit took up, in order.</summary>
    public string[] Setters(int unit) => [.. Units[unit].Log.Where(request => request.Kind == FrameKind.Setter).Select(request => request.Text)];

    /// <summary>Puts units into the factory defaults that they name themselves.</summary>
    public void FactoryDefaults()
    {
        foreach (SimulatedUnit unit in Units)
        {
            unit.Change(state => state with
            {
                Rated = state.Rated with
                {
                    BatteryType = BatteryType.Agm,
                    CutOffVoltage = 40.8m,
                    ReChargeVoltage = 46.0m,
                    ReDischargeVoltage = 54.0m,
                    FloatVoltage = 54.0m,
                    BulkVoltage = 56.4m,
                },
            });
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    internal sealed class Witness : IChangeWitness
    {
        public List<LvxSettings> Kept { get; } = [];

        public string Keep(LvxSettings settings, string run)
        {
            Kept.Add(settings);
            return $"kept {settings.Name}";
        }
    }
}
