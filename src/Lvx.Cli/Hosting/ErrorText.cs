using Lvx.Core;
using Lvx.Core.Recording;

namespace Lvx.Cli.Hosting;

/// <summary>An error as one line and a next step.</summary>
internal static class ErrorText
{
    public static void Write(TextWriter error, LvxException problem)
    {
        error.WriteLine($"lvx: {FrameText.EscapeSentence(problem.Message)}");
        error.WriteLine($"     {FrameText.EscapeSentence(problem.NextStep)}");
    }

    /// <summary>The exit code that an error ends the command with.</summary>
    public static int ExitCodeOf(LvxException problem) => problem.Error switch
    {
        LvxError.QueryInvalid or LvxError.ArgumentInvalid or LvxError.DeviceUnsupported or LvxError.FileNotWritable => ExitCode.Usage,
        _ => ExitCode.Device,
    };
}
