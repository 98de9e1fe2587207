using System.Management.Automation;

namespace LvxPS.Hosting;

/// <summary>Whether a cmdlet has a person before it, at the console of this very process, who is shown what it finds.</summary>
internal static class PersonAtConsole
{
    private const string Console = "ConsoleHost";

    /// <summary>Not in a job, a remote session or another host, not where the output goes on down a pipeline, and not where the shell was told that nobody is there.</summary>
    public static bool Watches(PSCmdlet cmdlet) =>
        cmdlet.Host.Name == Console && cmdlet.MyInvocation.PipelineLength == 1 && !IsNonInteractive(Environment.GetCommandLineArgs());

    /// <summary>PowerShell takes -NonInteractive by its beginning, with one hyphen or two, or a slash; what stands behind the command or file is not its own.</summary>
    internal static bool IsNonInteractive(IEnumerable<string> arguments)
    {
        foreach (string argument in arguments.Skip(1))
        {
            string word = argument.TrimStart('-', '/');
            if (word.Length == argument.Length)
            {
                continue;
            }

            if (word.Length >= 4 && "noninteractive".StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            if (Ends(word, "command") || Ends(word, "file") || Ends(word, "encodedcommand") || Ends(word, "commandwithargs"))
            {
                return false;
            }
        }

        return false;

        static bool Ends(string word, string option) => word.Length > 0 && option.StartsWith(word, StringComparison.OrdinalIgnoreCase);
    }
}
