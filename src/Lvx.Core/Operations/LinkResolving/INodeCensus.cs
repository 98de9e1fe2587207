namespace Lvx.Core.Operations;

/// <summary>Which nodes there are, and who is on them.</summary>
public interface INodeCensus
{
    /// <summary>The nodes of inverters that are plugged in now.</summary>
    IReadOnlyList<PluggedNode> Nodes();

    /// <summary>Asks who is on one; may be called for several at the same time. What goes wrong is in the reply.</summary>
    /// <param name="node">The node.</param>
    /// <param name="host">Is told, and can end it.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    NodeReply Ask(PluggedNode node, IHost host);
}
