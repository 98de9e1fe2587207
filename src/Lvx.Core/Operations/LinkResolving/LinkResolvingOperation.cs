using Lvx.Core.Recording;
using Lvx.Core.Units;
using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>
/// Makes links with the names of units lead to the nodes that the units are on. Numbers of nodes change hands when cables are touched and the USB descriptor has no serial number, so that each node is asked;
/// what was learnt of a node counts as long as it stays plugged in.
/// </summary>
/// <param name="census">Which nodes there are, and who is on them.</param>
/// <param name="options">How.</param>
public sealed class LinkResolvingOperation(INodeCensus census, LinkResolvingOptions options)
{
    private const string Asking = "Asking who is on which port";

    private readonly Dictionary<PluggedNode, NodeReply> replies = [];
    private readonly Dictionary<string, string> pointed = new(StringComparer.Ordinal);

    /// <summary>Resolves the links of the units that are on whatever USB port; the others need none.</summary>
    /// <param name="units">The units of the site.</param>
    /// <param name="host">Whoever runs this.</param>
    /// <returns>What became of each link.</returns>
    /// <exception cref="LvxException">A name is taken by what is no link of this kind, so that nothing was touched; or the folder cannot be written.</exception>
    public IReadOnlyList<ResolvedLink> Resolve(IEnumerable<SiteUnit> units, IHost host)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(host);
        SiteUnit[] wanted = [.. units.Where(unit => unit.Link is null)];
        Deadline deadline = Deadline.After(options.Wait);
        using LinkFolder folder = LinkFolder.Open(options.Folder, deadline, host.Cancellation);
        Dictionary<string, string?> before = wanted.ToDictionary(unit => unit.Name, unit => folder.NodeAt(unit.Name), StringComparer.Ordinal);
        if (!options.DryRun)
        {
            folder.Tidy();
        }

        while (true)
        {
            Dictionary<string, PluggedNode> found = Ask(wanted, host);
            PointAll(folder, wanted, found);
            bool stands = census.Nodes().ToHashSet().IsSupersetOf(found.Values);
            bool whole = wanted.All(unit => found.ContainsKey(unit.SerialNumber) || IsHeld(before[unit.Name]));
            if ((stands && whole) || deadline.Passed)
            {
                // What went at the very end is not said to be there.
                PluggedNode[] last = [.. census.Nodes()];
                return [.. wanted.Select(unit => Close(folder, unit, found.GetValueOrDefault(unit.SerialNumber) is { } node && last.Contains(node) ? node : null, before[unit.Name]))];
            }

            host.Cancellation.WaitHandle.WaitOne(options.Pause);
            host.Cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <returns>By serial number the node of each wanted unit that was found, of those that are still there.</returns>
    private Dictionary<string, PluggedNode> Ask(SiteUnit[] wanted, IHost host)
    {
        PluggedNode[] unknown = [.. census.Nodes().Where(node => replies.GetValueOrDefault(node) is null or { SerialNumber: null })];
        foreach ((PluggedNode node, NodeReply reply) in unknown.Zip(Crew.Once(unknown, census.Ask, Asking, host)))
        {
            if (reply.Problem is { } problem && problem != replies.GetValueOrDefault(node)?.Problem)
            {
                host.Warning(problem);
            }

            replies[node] = reply;
        }

        var found = new Dictionary<string, PluggedNode>(StringComparer.Ordinal);
        foreach (PluggedNode node in census.Nodes())
        {
            if (replies.GetValueOrDefault(node)?.SerialNumber is { } serial && wanted.FirstOrDefault(unit => SerialNumber.Same(unit.SerialNumber, serial)) is { } unit && !found.TryAdd(unit.SerialNumber, node))
            {
                host.Warning($"unit {FrameText.Escape(serial)} answers on {node.Name} and on {found[unit.SerialNumber].Name}; its link leads to {found[unit.SerialNumber].Name}.");
            }
        }

        return found;
    }

    private void PointAll(LinkFolder folder, SiteUnit[] wanted, Dictionary<string, PluggedNode> found)
    {
        foreach (SiteUnit unit in wanted)
        {
            if (!options.DryRun && found.TryGetValue(unit.SerialNumber, out PluggedNode? node) && folder.NodeAt(unit.Name) != node.Name)
            {
                folder.Point(unit.Name, node.Name);
                pointed[unit.Name] = node.Name;
            }
        }
    }

    private ResolvedLink Close(LinkFolder folder, SiteUnit unit, PluggedNode? node, string? before)
    {
        string name = Path.Combine(options.Folder, unit.Name);
        if (node is not null)
        {
            return before == node.Name
                ? Done(LinkState.Unchanged, node.Name, $"{name} leads to {node.Name}, as before: unit {unit.SerialNumber}.")
                : Done(LinkState.Linked, node.Name, $"{name} {Would("leads")} to {node.Name}{(before is null ? "" : $", and led to {before}")}: unit {unit.SerialNumber}.");
        }

        string? now = options.DryRun ? before : folder.NodeAt(unit.Name);
        if (now is null)
        {
            return Done(LinkState.Missing, null, $"{name}: unit {unit.SerialNumber} was not found{Seen()}.");
        }

        if (IsHeld(now) && !pointed.ContainsKey(unit.Name))
        {
            return Done(LinkState.Kept, now, $"{name} is left leading to {now}, which {HolderOf(now)} has: it was not asked.");
        }

        if (!options.DryRun)
        {
            folder.Remove(unit.Name);
        }

        return Done(LinkState.Removed, null, $"{name} {(options.DryRun ? "would be" : "was")} removed (it led to {now}): unit {unit.SerialNumber} was not found{Seen()}.");

        ResolvedLink Done(LinkState state, string? to, string text) => new(unit.Name, unit.SerialNumber, state, to, text);
    }

    private string Would(string leads) => options.DryRun ? "would lead" : $"{leads} now";

    private bool IsHeld(string? node) => node is not null && HolderOf(node) is not null;

    private string? HolderOf(string node) => census.Nodes().Where(here => here.Name == node).Select(here => replies.GetValueOrDefault(here)?.Holder).FirstOrDefault();

    private string Seen()
    {
        string[] seen = [.. census.Nodes().Select(node => $"{Who(replies.GetValueOrDefault(node))} on {node.Name}")];
        return seen.Length == 0 ? "; no inverter is on USB" : $"; there is {string.Join(", ", seen)}";
    }

    private static string Who(NodeReply? reply) => reply?.SerialNumber is { } serial ? FrameText.Escape(serial) : reply?.Holder is { } holder ? $"whoever {holder} talks to" : "nobody who answers";
}
