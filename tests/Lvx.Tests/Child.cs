using System.Diagnostics;

namespace Lvx.Tests;

/// <summary>Another process, with its output, and an end for it whatever happens.</summary>
internal static class Child
{
    /// <summary>The dotnet that runs these tests.</summary>
    public static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";

    /// <summary>The lvx that this very build made.</summary>
    public static string LvxDll => Path.Combine(AppContext.BaseDirectory, "lvx.dll");

    public static ProcessStartInfo Command(string file, params IEnumerable<string> arguments)
    {
        var command = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };

        // Simulated units have one serial number in every test, and tests run at the same time.
        command.Environment["LVXPS_LOCK_SCOPE"] = Guid.NewGuid().ToString();
        return command;
    }

    /// <summary>Runs it to its end; past the deadline it is killed, and no exit code comes.</summary>
    public static async Task<(int? ExitCode, string Output, string Error)> RunAsync(ProcessStartInfo command, TimeSpan deadline, CancellationToken cancellation)
    {
        using Process process = Process.Start(command)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        bool ended = await EndsWithinAsync(process, deadline, cancellation);
        return (ended ? process.ExitCode : null, await output, await error);
    }

    /// <summary>Waits for its end; past the deadline it is killed.</summary>
    public static async Task<bool> EndsWithinAsync(Process process, TimeSpan deadline, CancellationToken cancellation)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        late.CancelAfter(deadline);
        try
        {
            await process.WaitForExitAsync(late.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            return false;
        }
    }
}
