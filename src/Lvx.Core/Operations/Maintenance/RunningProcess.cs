using System.Globalization;

namespace Lvx.Core.Operations;

/// <summary>A process, told from a later one with the same number by when it was started.</summary>
/// <param name="Pid">Its number.</param>
/// <param name="Started">When it was started, in ticks of the kernel since the machine was.</param>
internal sealed record RunningProcess(int Pid, long Started)
{
    /// <returns>Null when there is no such process.</returns>
    public static RunningProcess? Of(int pid)
    {
        try
        {
            // Its name, the second field, may hold anything, a parenthesis too; the start is field 22.
            string stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"));
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : new RunningProcess(pid, long.Parse(fields[19], CultureInfo.InvariantCulture));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public bool StillRuns => Of(Pid) == this;
}
