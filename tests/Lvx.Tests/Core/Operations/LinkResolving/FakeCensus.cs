using Lvx.Core.Operations;

namespace Lvx.Tests.Core.Operations.LinkResolving;

/// <summary>Nodes that come, go and change hands, with whoever is on them.</summary>
internal sealed class FakeCensus : INodeCensus
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (int Plugging, NodeReply Reply)> nodes = new(StringComparer.Ordinal);
    private int pluggings;
    private int asked;
    private int looks;

    /// <summary>Is told of each question, by its number, before it is answered.</summary>
    public Action<int, PluggedNode>? OnAsk { get; set; }

    /// <summary>Is told of each look at the nodes, by its number, before it is taken.</summary>
    public Action<int>? OnLook { get; set; }

    public int Asked => asked;

    public void Plug(string node, string serial) => Plug(node, new NodeReply(serial));

    public void Hold(string node, string holder) => Plug(node, new NodeReply(null, holder, $"/dev/{node}: it is in use by {holder}."));

    public void Silence(string node) => Plug(node, new NodeReply(null, Problem: $"/dev/{node}: the line was silent."));

    public void Unplug(string node)
    {
        lock (gate)
        {
            nodes.Remove(node);
        }
    }

    public IReadOnlyList<PluggedNode> Nodes()
    {
        OnLook?.Invoke(Interlocked.Increment(ref looks));
        lock (gate)
        {
            return [.. nodes.OrderBy(node => node.Key, StringComparer.Ordinal).Select(node => new PluggedNode(node.Key, $"{node.Value.Plugging}"))];
        }
    }

    /// <summary>Answers what is true when the question is over, and an error for a node that is no longer the one that was asked, as a session finds out.</summary>
    public NodeReply Ask(PluggedNode node, IHost host)
    {
        int number = Interlocked.Increment(ref asked);
        OnAsk?.Invoke(number, node);
        lock (gate)
        {
            return nodes.TryGetValue(node.Name, out (int Plugging, NodeReply Reply) there) && $"{there.Plugging}" == node.Plugging
                ? there.Reply
                : new NodeReply(null, Problem: $"/dev/{node.Name}: the device went away.");
        }
    }

    private void Plug(string node, NodeReply reply)
    {
        lock (gate)
        {
            nodes[node] = (++pluggings, reply);
        }
    }
}
