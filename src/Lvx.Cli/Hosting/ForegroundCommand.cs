using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Lvx.Cli.Hosting;

/// <summary>
/// A command in the place of this one: it has the terminal, and signals are passed on to it. Ctrl+C at a terminal reaches it by itself (and an editor or a shell goes on after it), so that this one only waits.
/// </summary>
internal sealed partial class ForegroundCommand
{
    /// <summary>As shells count what cannot be run, and what is not there.</summary>
    public const int NotRunnable = 126;
    public const int NotFound = 127;

    private const int Enoent = 2;
    private const int Sigint = 2;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>Runs a command to its end.</summary>
    /// <param name="command">The command and its arguments.</param>
    /// <param name="started">Is told the process, as soon as it is there.</param>
    /// <param name="error">Where it is said that it cannot be run.</param>
    /// <param name="over">Ended already, before there is a command.</param>
    /// <returns>Its exit code; 128 + n when signal n ended it.</returns>
    public static int Run(IReadOnlyList<string> command, Action<int> started, TextWriter error, CancellationToken over)
    {
        using var gate = new ManualResetEventSlim();
        Process? process = null;

        void PassOn(PosixSignalContext context)
        {
            context.Cancel = true;
            gate.Wait(CancellationToken.None);
            if (process is null || (context.Signal == PosixSignal.SIGINT && !Console.IsInputRedirected))
            {
                return;
            }

            _ = Kill(process.Id, context.Signal switch { PosixSignal.SIGINT => Sigint, PosixSignal.SIGHUP => 1, _ => 15 });
            if (context.Signal != PosixSignal.SIGINT)
            {
                // Whoever stops this one will not wait for ever.
                _ = Task.Delay(Grace, CancellationToken.None).ContinueWith(_ => KillNow(process), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, PassOn);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, PassOn);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, PassOn);
        try
        {
            over.ThrowIfCancellationRequested();
            process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { UseShellExecute = false })!;
        }
        catch (Win32Exception refused)
        {
            error.WriteLine($"lvx: {Output.Shown.Value(command[0])} cannot be run: {Output.Shown.Value(refused.Message)}.");
            return refused.NativeErrorCode == Enoent ? NotFound : NotRunnable;
        }
        finally
        {
            gate.Set();
        }

        started(process.Id);
        process.WaitForExit();
        return process.ExitCode;
    }

    private static void KillNow(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int pid, int signal);
}
