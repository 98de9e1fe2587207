namespace Lvx.Benchmarks;

/// <summary>What the module costs a PowerShell that starts: to import it, and to show the first table.</summary>
internal sealed class ModuleMeasurement : IMeasurement
{
    private const int Times = 15;
    private const double TargetImport = 60;
    private const double TargetOutput = 150;

    public string Name => "module";

    public string What => "Import-Module and the first Get-LvxStatus, against a bare start of pwsh";

    public void Run(Report report)
    {
        string? module = Directory.Exists(ModuleFolder) ? Directory.GetFiles(ModuleFolder, "LvxPS.psd1", SearchOption.AllDirectories).Order(StringComparer.Ordinal).LastOrDefault() : null;
        if (!OnPath("pwsh") || module is null)
        {
            report.Say($"Not measured: {(module is null ? "the module is not built (`dotnet build -c Release`)" : "there is no pwsh on this machine")}.");
            return;
        }

        string folder = Directory.CreateTempSubdirectory("lvx-module").FullName;
        try
        {
            Measure(report, module, EmptyModule(folder), OwnTable(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string ModuleFolder => Path.Combine(Repository.Root, "output", "LvxPS");

    private static void Measure(Report report, string module, string empty, string table)
    {
        string import = $"Import-Module '{module}'";
        (string Name, string Script)[] variants =
        [
            ("a bare start", "''"),
            ("a module without anything in it", $"Import-Module '{empty}'; ''"),
            ("LvxPS imported", $"{import}; ''"),
            ("LvxPS imported, a status not shown", $"{import}; $null = Get-LvxStatus sim:single; ''"),
            ("LvxPS imported, a status as a table", $"{import}; Get-LvxStatus sim:single"),
            ("`Get-Item /` as a table", "Get-Item /"),
            ("`Get-Item /` not shown", "$null = Get-Item /; ''"),
            ("an object of one property under a table view of its own", $"Update-FormatData -PrependPath '{table}'; [pscustomobject]@{{ PSTypeName = 'One'; A = 1 }}"),
        ];
        report.Progress($"{Times} starts of each, by turns");
        var runs = variants.ToDictionary(variant => variant.Name, _ => new List<Child>(), StringComparer.Ordinal);
        for (int time = -1; time < Times; time++)
        {
            foreach ((string name, string script) in variants)
            {
                Child child = Child.Run("pwsh", ["-NoProfile", "-NonInteractive", "-Command", script]);
                if (child.ExitCode != 0 || child.FirstOutput is null)
                {
                    throw new InvalidOperationException($"pwsh ended with {child.ExitCode}: {script}");
                }

                if (time >= 0)
                {
                    runs[name].Add(child);
                }
            }
        }

        double bare = Output(runs[variants[0].Name]);
        report.Table(
            [$"pwsh -NoProfile, median of {Times}", "first output ms", "above a bare start", "processor ms"],
            variants.Select(variant => (string[])
            [
                variant.Name,
                Output(runs[variant.Name]).Text("0"),
                (Output(runs[variant.Name]) - bare).Text("+0;-0;0"),
                runs[variant.Name].Select(run => run.Processor.TotalMilliseconds).Median().Text("0"),
            ]));
        double imported = Output(runs[variants[2].Name]) - bare;
        double shown = Output(runs[variants[4].Name]) - Output(runs[variants[2].Name]);
        report.Target("Importing the module", $"{imported.Text("0")} ms", "at most 60 ms", imported <= TargetImport);
        report.Target("The first status after that, as a table", $"{shown.Text("0")} ms", "at most 150 ms", shown <= TargetOutput);
    }

    private static double Output(List<Child> runs) => runs.Select(run => run.FirstOutput!.Value.TotalMilliseconds).Median();

    private static string EmptyModule(string folder)
    {
        string path = Path.Combine(folder, "Empty.psd1");
        File.WriteAllText(path, "@{ ModuleVersion = '1.0' }\n");
        return path;
    }

    private static string OwnTable(string folder)
    {
        string path = Path.Combine(folder, "One.ps1xml");
        File.WriteAllText(
            path,
            """
            <Configuration><ViewDefinitions><View><Name>One</Name><ViewSelectedBy><TypeName>One</TypeName></ViewSelectedBy>
            <TableControl><TableHeaders><TableColumnHeader /></TableHeaders><TableRowEntries><TableRowEntry><TableColumnItems>
            <TableColumnItem><ScriptBlock>$_.A</ScriptBlock></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View></ViewDefinitions></Configuration>
            """);
        return path;
    }

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));
}
