using Lvx.Core;
using Lvx.Core.Recording;

namespace Lvx.Cli.Hosting;

/// <summary>An error as one line and a next step.</summary>
internal static class ErrorText
{
    public static void Write(TextWriter error, LvxException problem)
    {
        if (problem.Details.Count > 0)
        {
            // One line for each, as compilers write them, so that editors find the place.
            error.WriteLine($"lvx: {FrameText.EscapeSentence(problem.Device ?? "")}: {problem.Details.Count} problems:");
            foreach (string detail in problem.Details)
            {
                error.WriteLine($"     {FrameText.EscapeSentence(detail)}");
            }
        }
        else
        {
            error.WriteLine($"lvx: {FrameText.EscapeSentence(problem.Message)}");
        }

        error.WriteLine($"     {FrameText.EscapeSentence(problem.NextStep)}");
    }

    /// <summary>The exit code that an error ends the command with.</summary>
    public static int ExitCodeOf(LvxException problem) => problem.Error switch
    {
        // A unit that does not tell its defaults: the command was right.
        LvxError.NothingToCompare when problem.UnitIsThere => ExitCode.Device,
        LvxError.QueryInvalid or LvxError.ArgumentInvalid or LvxError.DeviceUnsupported or LvxError.FileNotWritable
            or LvxError.FileExists or LvxError.FileNotReadable or LvxError.BaselineInvalid or LvxError.ProfileInvalid or LvxError.ProfileNotFound or LvxError.SiteInvalid
            or LvxError.NothingToCompare or LvxError.FileNotTrusted => ExitCode.Usage,
        LvxError.NameTaken or LvxError.MaintenanceUnderWay => ExitCode.Refused,
        _ => ExitCode.Device,
    };
}
