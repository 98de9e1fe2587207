using System.Management.Automation;
using Lvx.Core;
using Lvx.Core.Operations;
using LvxPS.Completion;
using LvxPS.Hosting;

namespace LvxPS.Commands;

/// <summary>Lists charge profiles and checks each; one that is not sound is an error that says where. Reaches no unit.</summary>
[Cmdlet(VerbsCommon.Get, "LvxProfile", DefaultParameterSetName = "Name")]
[OutputType(typeof(LvxProfile))]
public sealed class GetLvxProfileCommand : LvxCmdlet
{
    /// <summary>Names; wildcards are allowed. Without it: all of them.</summary>
    [Parameter(Position = 0, ParameterSetName = "Name")]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Files; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Path", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => Run(() =>
    {
        if (ParameterSetName == "Path")
        {
            foreach (string file in Path.SelectMany(path => FilePaths.Matching(this, path)))
            {
                Write(file, () => YamlFiles.ReadProfile(file));
            }

            return;
        }

        IReadOnlyList<(string Path, LvxProfile? Profile, LvxException? Error)> all = YamlFiles.Profiles();
        foreach (string name in Name)
        {
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
            (string Path, LvxProfile? Profile, LvxException? Error)[] found = [.. all.Where(profile => pattern.IsMatch(System.IO.Path.GetFileNameWithoutExtension(profile.Path)))];
            foreach ((string path, LvxProfile? profile, LvxException? error) in found)
            {
                Write(path, () => profile ?? throw error!);
            }

            if (found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                Write(name, () => throw LvxErrors.NoSuchProfile(name, YamlFiles.ProfileNames()));
            }
        }
    });

    private void Write(string target, Func<LvxProfile> read)
    {
        try
        {
            WriteObject(read());
        }
        catch (LvxException error) when (error.Error is not LvxError.ModuleIncomplete)
        {
            WriteError(ErrorRecords.From(error, target));
        }
    }
}
