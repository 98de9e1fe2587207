using System.Management.Automation;
using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Core.Recording;

namespace LvxPS.Hosting;

/// <summary>What every cmdlet of the module shares: it can be stopped at any moment, and its errors have one form.</summary>
public abstract class LvxCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly List<CmdletHost> hosts = [];

    /// <summary>Ends whatever waits. Called on another thread than the rest.</summary>
    protected override void StopProcessing()
    {
        try
        {
            stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself just now.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of what the cmdlet holds; also when it was stopped half way.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            stop.Dispose();
        }
    }

    /// <summary>This cmdlet as the host of an operation.</summary>
    private protected CmdletHost OperationHost()
    {
        var host = new CmdletHost(this, WantsFrames(), stop.Token);
        hosts.Add(host);
        return host;
    }

    /// <summary>Whether things are only shown.</summary>
    private protected bool IsWhatIf =>
        MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? said) ? said is SwitchParameter { IsPresent: true } : LanguagePrimitives.IsTrue(SessionState.PSVariable.GetValue("WhatIfPreference"));

    /// <summary>Runs the whole of a cmdlet's work: what makes all of it pointless ends it, and being stopped is no error.</summary>
    private protected void Run(Action work)
    {
        try
        {
            work();
        }
        catch (LvxException error)
        {
            ThrowTerminatingError(ErrorRecords.From(error));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        finally
        {
            // However it ended; a pipeline that is being stopped takes its bars away itself, and no more records.
            if (!stop.IsCancellationRequested)
            {
                hosts.ForEach(host => host.EndProgress());
            }
        }
    }

    /// <summary>Writes one unit's value, or its error, after which the others go on.</summary>
    private protected void WriteOutcome<T>(UnitOutcome<T> outcome)
        where T : class
    {
        if (outcome.Error is { } error)
        {
            WriteError(ErrorRecords.From(error, outcome.Unit.Device));
        }
        else
        {
            switch (outcome.Value)
            {
                case LvxStatus status:
                    RunspaceState.Current.Meet(status.SerialNumber, status.Name);
                    break;
                case LvxQueryResult result:
                    RunspaceState.Current.Meet(result.SerialNumber, result.Name);
                    break;
            }

            WriteObject(outcome.Value);
        }
    }

    /// <summary>A line for the person at the prompt, which belongs in a log too: shown there, and in the information stream.</summary>
    /// <param name="text">The line.</param>
    /// <param name="isApart">Whether an empty line stands before it at a terminal, as below a table.</param>
    /// <param name="isCopied">Whether it has a command in it that a person may copy, which a break would cut.</param>
    internal void Tell(string text, bool isApart = false, bool isCopied = false) =>
        WriteInformation(new HostLine(FrameText.EscapeSentence(text), isCopied ? 0 : TerminalWidth(), isApart), ["PSHOST", "LvxPS"]);

    /// <summary>Something that was decided. With -Debug alone PowerShell would ask at each verbose line whether to go on, and fail where nobody can be asked; there it is a debug line.</summary>
    internal void Note(string text)
    {
        if (IsSaid("Debug") == true && IsSaid("Verbose") is null)
        {
            WriteDebug(FrameText.EscapeSentence(text));
        }
        else
        {
            WriteVerbose(FrameText.EscapeSentence(text));
        }
    }

    /// <summary>A risk. With -Debug alone PowerShell would ask at each warning whether to go on, and fail where nobody can be asked; there it is a line in the information stream.</summary>
    internal void Warn(string text)
    {
        if (IsSaid("Debug") == true && !MyInvocation.BoundParameters.ContainsKey("WarningAction"))
        {
            Tell($"WARNING: {text}");
        }
        else
        {
            WriteWarning(FrameText.EscapeSentence(text));
        }
    }

    private int TerminalWidth()
    {
        try
        {
            return Console.IsOutputRedirected ? 0 : Math.Max(0, Host.UI.RawUI.WindowSize.Width);
        }
        catch (Exception error) when (error is NotImplementedException or System.Management.Automation.Host.HostException or IOException or NullReferenceException)
        {
            // A host without a window.
            return 0;
        }
    }

    private bool WantsFrames() =>
        IsSaid("Debug") ?? SessionState.PSVariable.GetValue("DebugPreference") is not (null or ActionPreference.SilentlyContinue or ActionPreference.Ignore);

    private bool? IsSaid(string parameter) => MyInvocation.BoundParameters.TryGetValue(parameter, out object? said) ? said is SwitchParameter { IsPresent: true } : null;
}
