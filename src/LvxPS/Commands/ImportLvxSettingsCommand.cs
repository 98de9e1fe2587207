using System.Management.Automation;
using Lvx.Core;
using Lvx.Core.Operations;
using LvxPS.Hosting;

namespace LvxPS.Commands;

/// <summary>Reads the settings that Export-LvxSettings kept, as the very same objects. Reaches no unit.</summary>
[Cmdlet(VerbsData.Import, "LvxSettings", DefaultParameterSetName = "Path")]
[Alias("Import-LvxSetting")]
[OutputType(typeof(LvxSettings))]
public sealed class ImportLvxSettingsCommand : LvxCmdlet
{
    /// <summary>The baselines; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "Path")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The baselines, each taken as it stands.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string path in Path)
        {
            Import(path, () => FilePaths.Matching(this, path));
        }

        foreach (string path in LiteralPath)
        {
            Import(path, () => [FilePaths.One(this, path)]);
        }
    }

    /// <summary>One bad file does not hide the others.</summary>
    private void Import(string named, Func<IReadOnlyList<string>> find)
    {
        IReadOnlyList<string> files;
        try
        {
            files = find();
        }
        catch (LvxException error)
        {
            WriteError(ErrorRecords.From(error, named));
            return;
        }

        foreach (string file in files)
        {
            IReadOnlyList<LvxSettings> units;
            try
            {
                units = YamlFiles.ReadBaseline(file).Units;
            }
            catch (LvxException error)
            {
                WriteError(ErrorRecords.From(error, file));
                continue;
            }

            WriteObject(units, enumerateCollection: true);
        }
    }
}
