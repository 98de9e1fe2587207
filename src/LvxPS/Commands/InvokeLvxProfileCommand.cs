using System.Management.Automation;
using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Core.Units;
using LvxPS.Completion;
using LvxPS.Hosting;

namespace LvxPS.Commands;

/// <summary>Brings inverters to a charge profile, or takes the last change back, and proves each change. With -WhatIf it shows what would be written, in which order, and why.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "LvxProfile", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = "Name")]
[OutputType(typeof(LvxSettingChange), typeof(LvxSettings))]
public sealed class InvokeLvxProfileCommand : LvxChangeCmdlet
{
    private readonly List<LvxProfile> given = [];

    /// <summary>The profile's name; Get-LvxProfile lists them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Name")]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The profile's file.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Path")]
    [Alias("LiteralPath", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>A profile, as Get-LvxProfile gives it.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "InputObject")]
    [ValidateNotNull]
    public LvxProfile? InputObject { get; set; }

    /// <summary>Takes back what the last run in the journal changed on these units, by the same rules.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Undo")]
    public SwitchParameter Undo { get; set; }

    private protected override bool TakesInput()
    {
        if (InputObject is null)
        {
            return false;
        }

        given.Add(InputObject);
        return true;
    }

    private protected override bool InputIsForUnits => true;

    private protected override void Work(UnitAccess access, UnitSelection selection)
    {
        if (Undo)
        {
            UndoneRun last = UndoneRun.Last(Journal, selection.SerialNumbers);
            UnitSelection units = selection.SerialNumbers.Count > 0 ? selection : selection with { SerialNumbers = last.SerialNumbers };
            Change(access, units, last.Wish, Options($"Invoke-LvxProfile -Undo ({last.Run})") with { Undoes = last.Run, LeaveOutWhatCannotBeWritten = true });
            return;
        }

        List<LvxProfile> profiles = Name is not null ? [YamlFiles.FindProfile(Name)] : Path is not null ? [YamlFiles.ReadProfile(FilePaths.One(this, Path))] : given;
        if (profiles.Count > 1 && !IsWhatIf)
        {
            throw new LvxException(
                LvxError.ArgumentInvalid,
                null,
                $"{profiles.Count} profiles were given ({string.Join(", ", profiles.Select(profile => profile.Name))}), and a unit can have one.",
                "Give one. Several can be looked at with -WhatIf.");
        }

        foreach (LvxProfile profile in profiles)
        {
            if (profiles.Count > 1)
            {
                Tell($"Profile {profile.Name}:", isApart: true);
            }

            Change(access, selection, ChangeWish.Of(profile), Options($"Invoke-LvxProfile {profile.Name}"));
        }
    }
}
