namespace Lvx.Core.Links;

/// <summary>A process that has a port open.</summary>
/// <param name="Pid">Its number.</param>
/// <param name="Name">Its name, printable.</param>
/// <param name="Service">The systemd unit that it belongs to; null for none, or none that is known.</param>
public sealed record PortHolder(int Pid, string Name, string? Service)
{
    /// <inheritdoc/>
    public override string ToString() => Service is null ? $"{Name} (pid {Pid})" : $"{Name} (pid {Pid}, {Service})";
}
