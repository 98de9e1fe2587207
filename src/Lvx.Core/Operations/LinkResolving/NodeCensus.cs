using Lvx.Core.Links;
using Lvx.Core.Links.Hidraw;
using Lvx.Core.Sessions;
using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>The nodes that sysfs knows, each asked over a link that carries questions only.</summary>
/// <param name="access">How units are reached.</param>
public sealed class NodeCensus(UnitAccess access) : INodeCensus
{
    private const string SysClass = "/sys/class/hidraw";

    /// <inheritdoc/>
    public IReadOnlyList<PluggedNode> Nodes()
    {
        var nodes = new List<PluggedNode>();
        foreach (string name in HidrawNode.FindInverters().Select(path => Path.GetFileName(path)))
        {
            try
            {
                // …/0003:0665:5161.0007/hidraw/hidraw0: the kernel counts, in hex, every time a HID device comes.
                if (new DirectoryInfo(Path.Combine(SysClass, name)).ResolveLinkTarget(returnFinalTarget: true) is { } real)
                {
                    nodes.Add(new PluggedNode(name, real.FullName));
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It went while it was looked at.
            }
        }

        return nodes;
    }

    /// <inheritdoc/>
    public NodeReply Ask(PluggedNode node, IHost host)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(host);
        string path = "/dev/" + node.Name;
        try
        {
            using Session session = access.Open(new UnitPort(path, node.Name), LinkAccess.ReadOnly, HostFrameLog.For(host), host.Cancellation);
            session.Finish();
            return session.SerialNumber is { } serial ? new NodeReply(serial) : new NodeReply(null, Problem: $"{path}: the unit does not say its serial number.");
        }
        catch (LvxException error)
        {
            return error.Error == LvxError.DeviceInUse
                ? new NodeReply(null, Holder: error.Message[(error.Message.IndexOf(" in use by ", StringComparison.Ordinal) + " in use by ".Length)..].TrimEnd('.'), Problem: error.Message)
                : new NodeReply(null, Problem: error.Message);
        }
    }
}
