using System.Management.Automation;
using Lvx.Core.Operations;
using Lvx.Core.Recording;
using Lvx.Core.Services;
using Lvx.Core.Units;
using LvxPS.Completion;
using LvxPS.Hosting;

namespace LvxPS.Commands;

/// <summary>Stops the site's services, runs a block while the ports are free, and starts those again that ran before, whatever happened.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "LvxMaintenance", DefaultParameterSetName = "Run", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(object))]
public sealed class InvokeLvxMaintenanceCommand : LvxCmdlet
{
    // The block in the caller's own scope, and what it puts out passed on as it comes.
    private const string RunBlock = ". $args[0] | & $args[1] -Receiver $args[2]";

    /// <summary>What is done meanwhile. It runs in the caller's scope; its output is passed on, and its first terminating error ends it.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Run")]
    [ValidateNotNull]
    public ScriptBlock ScriptBlock { get; set; } = null!;

    /// <summary>The services, in the order in which they are stopped; those of the site file unless told.</summary>
    [Parameter(ParameterSetName = "Run")]
    [ArgumentCompleter(typeof(SiteCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Service { get; set; }

    /// <summary>How long other programs are waited for to let go of the ports, in seconds; 10 unless told.</summary>
    [Parameter(ParameterSetName = "Run")]
    [ValidateRange(0, 600)]
    public double PortWaitSeconds { get; set; } = new MaintenanceOptions().PortWait.TotalSeconds;

    /// <summary>Runs nothing: starts the services again that a killed maintenance left stopped.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Finish")]
    public SwitchParameter Finish { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => Run(() =>
    {
        CmdletHost host = OperationHost();
        if (Finish)
        {
            if (ShouldProcess("what a killed maintenance left stopped", "Start the services again"))
            {
                Operation(null).FinishLeft(host);
            }

            return;
        }

        LvxSite? site = YamlFiles.TrustedSite();
        IReadOnlyList<string> services = Service ?? site?.Services ?? [];
        if (services.Count == 0)
        {
            Warn("no service is named, neither in the site file nor with -Service: nothing is stopped.");
        }

        if (ShouldProcess(services.Count == 0 ? "no service" : string.Join(", ", services), "Stop, run the block, and start again"))
        {
            RunStopped(Operation(site).Begin(services, host), host);
        }
    });

    private MaintenanceOperation Operation(LvxSite? site) =>
        new(new SystemdServices(new CommandRunner()), () => SitePorts.Holders(site), new MaintenanceOptions { PortWait = TimeSpan.FromSeconds(PortWaitSeconds) });

    private void RunStopped(Maintenance maintenance, CmdletHost host)
    {
        bool isDone = false;
        try
        {
            using (maintenance)
            {
                InvokeCommand.InvokeScript(false, InvokeCommand.NewScriptBlock(RunBlock), null, ScriptBlock, new CmdletInfo("Send-LvxOutput", typeof(OutputRelay)), this);
                isDone = true;
                maintenance.Finish(host);
            }
        }
        finally
        {
            // After an error or Ctrl+C nothing of it can be written as a record any more that would not hide the cause.
            if (!isDone && maintenance.Failure is { } failure)
            {
                Host.UI.WriteErrorLine(FrameText.EscapeSentence($"{failure.Message} {failure.NextStep}"));
            }
        }
    }
}
