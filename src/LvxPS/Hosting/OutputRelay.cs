using System.Management.Automation;

namespace LvxPS.Hosting;

/// <summary>Passes what a block puts out on as the output of the cmdlet that runs it. Known to no session: the cmdlet hands it to the block's pipeline itself.</summary>
[Cmdlet(VerbsCommunications.Send, "LvxOutput")]
public sealed class OutputRelay : PSCmdlet
{
    /// <summary>What was put out.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    public object? InputObject { get; set; }

    /// <summary>The cmdlet that runs the block.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNull]
    public Cmdlet Receiver { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord() => Receiver.WriteObject(InputObject);
}
