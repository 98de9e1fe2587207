using System.Management.Automation;
using Lvx.Core.Journal;
using Lvx.Core.Operations;
using Lvx.Core.Operations.Reporting;
using Lvx.Core.Units;
using LvxPS.Completion;
using LvxPS.Hosting;

namespace LvxPS.Commands;

/// <summary>Writes the commissioning report of a site as one file, HTML or Markdown: what was found, changed and left, the checks, figures, and what is open. The file is written whole or not at all.</summary>
[Cmdlet(VerbsCommon.New, "LvxReport", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class NewLvxReportCommand : LvxSyncCmdlet
{
    private static readonly ReportOptions UsualOptions = new();

    private string target = "";
    private SettingsFile? baseline;
    private ReportFile? file;

    /// <summary>The file, whose name says its form: .html or .md. Its owner alone may read it.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("FilePath", "LiteralPath", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The settings as found: a baseline from before anything was changed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? BaselinePath { get; set; }

    /// <summary>Hides serial numbers, addresses and file names, each under a name of its own.</summary>
    [Parameter]
    public SwitchParameter Redact { get; set; }

    /// <summary>Where the units are, for the cover.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SiteCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Site { get; set; }

    /// <summary>Who looks after them, for the cover.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Operator { get; set; }

    /// <summary>What the report is for, for the cover.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Purpose { get; set; }

    /// <summary>The capacity of the battery bank in Ah, which no unit knows.</summary>
    [Parameter]
    [ValidateRange(1, 100_000)]
    public int? BankAmpereHours { get; set; }

    /// <summary>How often the units are measured, 1 to 1000; 10 unless told. The last reading is judged.</summary>
    [Parameter]
    [ValidateRange(1, ReportOptions.MostSamples)]
    public int SampleCount { get; set; } = UsualOptions.Samples;

    /// <summary>From the beginning of one reading to the beginning of the next, in seconds; 2 unless told.</summary>
    [Parameter]
    [ValidateRange(0, 3600)]
    public double SampleInterval { get; set; } = UsualOptions.Interval.TotalSeconds;

    /// <summary>Gives the file that was written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => Run(() =>
    {
        base.BeginProcessing();
        // What can be refused is refused before any unit is asked.
        target = FilePaths.Target(this, Path);
        file = ReportFile.At(target, Force);
        baseline = BaselinePath is null ? null : YamlFiles.ReadBaseline(FilePaths.One(this, BaselinePath));
    });

    private protected override void Work(UnitAccess access, UnitSelection selection)
    {
        if (!ShouldProcess(target, $"Read {string.Join(", ", selection.Ports.Select(port => port.Name))} and write the report"))
        {
            return;
        }

        var options = new ReportOptions
        {
            Site = Site ?? (Device is null && SerialNumber is null ? YamlFiles.Site()?.Name : null),
            Operator = Operator,
            Purpose = Purpose,
            BankAmpereHours = BankAmpereHours,
            Baseline = baseline,
            Journal = new ChangeJournal(ChangeJournal.DefaultPath),
            Tolerances = Tolerances(),
            Samples = SampleCount,
            Interval = TimeSpan.FromSeconds(SampleInterval),
            Redact = Redact,
        };
        ReportModel model = new ReportOperation(access).Read(selection, options, OperationHost());
        file!.Write(model);
        Note($"Wrote {target}.");
        Tell($"{(model.InSync ? "Nothing speaks against the site" : "The report has open defects")}: {Path}");
        if (PassThru)
        {
            WriteObject(InvokeProvider.Item.Get([target], force: true, literalPath: true), enumerateCollection: true);
        }
    }
}
