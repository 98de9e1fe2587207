using System.Globalization;
using Lvx.Pi18;
using Lvx.Simulator;

namespace Lvx.Tests.Reliability;

/// <summary>Something that a person asks of <c>lvx</c>, and the request by which it is known: where that goes wrong, the operation does.</summary>
/// <param name="Verb">The verb, with its subcommand.</param>
/// <param name="Title">How it stands in the table.</param>
/// <param name="Command">The request that goes wrong.</param>
/// <param name="Args">Its arguments, behind which the devices follow.</param>
internal sealed record MatrixOperation(string Verb, string Title, string Command, Func<MatrixSite, string[]> Args)
{
    private const string Clock = "2031-02-03T04:05:06";

    /// <summary>How many units it takes.</summary>
    public int Units { get; init; } = 1;

    /// <summary>Whether the devices are named on the command line.</summary>
    public bool NamesDevices { get; init; } = true;

    /// <summary>What is done before, when nothing goes wrong yet.</summary>
    public Action<MatrixSite> Before { get; init; } = static _ => { };

    /// <summary>Whether a state is the one that was asked for; no value for what only reads.</summary>
    public Func<UnitState, bool>? IsAsked { get; init; }

    /// <summary>The JSON in what it says; empty for what says none.</summary>
    public Func<MatrixSite, string, string> Json { get; init; } = static (_, _) => "";

    public static IReadOnlyList<MatrixOperation> All { get; } =
    [
        new("status", "`status`", "GS", _ => ["status", "--json"]) { Json = Output },
        new("status", "`status --interval`, three readings", "GS", _ => ["status", "--json", "--interval", "0.1", "--count", "3"]) { Json = static (_, text) => $"[{string.Join(',', text.Split('\n', StringSplitOptions.RemoveEmptyEntries))}]" },
        new("watch", "`watch --events`, three readings", "GS", _ => ["watch", "--events", "--interval", "0.1", "--count", "3"]),
        new("query", "`query`", "MOD", _ => ["query", "MOD", "--json"]) { Json = Output },
        new("energy", "`energy`", "ET", _ => ["energy", "--json"]) { Json = Output },
        new("devices", "`devices`", "ID", _ => ["devices", "--json"]) { Json = Output },
        new("site init", "`site init`", "ID", site => ["site", "init", "--output", site["new.yaml"]]),
        new("site check", "`site check`", "ID", site => ["site", "check", site["checked.yaml"]]) { NamesDevices = false, Before = NoteSite },
        new("settings", "`settings`", "PIRI", _ => ["settings", "--json"]) { Json = Output },
        new("settings", "`settings --export`", "PIRI", site => ["settings", "--export", site["kept.yaml"]]),
        new("compare", "`compare --default`", "DI", _ => ["compare", "--default", "--json", "--all"]) { Json = Output },
        new("sync-check", "`sync-check`, a pair", "FWS", _ => ["sync-check", "--json"]) { Units = 2, Json = Output },
        new("report", "`report`", "GS", site => ["report", "--output", site["report.md"], "--samples", "2", "--interval", "0"]) { Json = static (site, _) => ReportData(site) },
        new("profile plan", "`profile plan`", "PIRI", _ => ["profile", "plan", "eg4-lp4-v2"]) { Before = FactoryDefaults },
        new("set-charge-current", "`set-charge-current`", "MCHGC", _ => ["set-charge-current", "50", "--yes"]) { IsAsked = static state => state.Rated.MaxChargeCurrent == 50 },
        new("set", "`set --bulk-voltage`", "MCHGV", _ => ["set", "--bulk-voltage", "57", "--yes"]) { IsAsked = static state => state.Rated.BulkVoltage == 57.0m },
        new("profile apply", "`profile apply`, at its third write", "BUCD", _ => ["profile", "apply", "eg4-lp4-v2", "--yes"]) { Before = FactoryDefaults, IsAsked = IsEg4 },
        new("profile undo", "`profile undo`", "POP1", _ => ["profile", "undo", "--yes"])
        {
            Before = static site => Assert.Equal(0, site.Run(["set", "--output-source-priority", "SolarUtilityBattery", "--yes", .. Named(site)]).ExitCode),
            IsAsked = static state => state.Rated.OutputSourcePriority == OutputSourcePriority.SolarBatteryUtility,
        },
        new("restore", "`restore`, at its last write", "PSDV", site => ["restore", site["before.yaml"], "--yes"])
        {
            Before = static site =>
            {
                Assert.Equal(0, site.Run(["settings", "--export", site["before.yaml"], .. Named(site)]).ExitCode);
                site.Units[0].Change(state => state with { Rated = state.Rated with { BulkVoltage = 58m, CutOffVoltage = 46m } });
            },
            IsAsked = IsEg4,
        },
        new("set-clock", "`set-clock`", "DAT", _ => ["set-clock", Clock, "--yes"]) { IsAsked = static state => Math.Abs((DateTime.Now + state.ClockOffset - DateTime.Parse(Clock, CultureInfo.InvariantCulture)).TotalMinutes) < 5 },
    ];

    public static IEnumerable<string> Named(MatrixSite site) => site.Devices.SelectMany(device => (string[])["--device", device]);

    private static string Output(MatrixSite site, string text) => text;

    private static bool IsEg4(UnitState state) =>
        state.Rated is { BatteryType: BatteryType.User, BulkVoltage: 56.4m, FloatVoltage: 54.0m, CutOffVoltage: 48.0m, ReChargeVoltage: 48.0m, ReDischargeVoltage: 54.0m };

    private static void FactoryDefaults(MatrixSite site) => site.Units[0].Change(state => state with
    {
        Rated = state.Rated with { BatteryType = BatteryType.Agm, CutOffVoltage = 40.8m, ReChargeVoltage = 46.0m, ReDischargeVoltage = 54.0m, FloatVoltage = 54.0m, BulkVoltage = 56.4m },
    });

    private static void NoteSite(MatrixSite site) => File.WriteAllText(
        site["checked.yaml"], $"schema: lvxps-site/1\nunits:\n  - {{ name: lvx6048-1, serial: \"{site.Units[0].State.Identity.SerialNumber}\", link: \"{site.Devices[0]}\" }}\n");

    private static string ReportData(MatrixSite site)
    {
        string text = File.ReadAllText(site["report.md"]);
        int begin = text.IndexOf('{', text.IndexOf("### The data of this report", StringComparison.Ordinal));
        return text[begin..text.LastIndexOf("```", StringComparison.Ordinal)];
    }
}
