namespace Lvx.Core.Operations;

/// <summary>A hidraw node of an inverter's USB bridge, from when it was plugged in until it is pulled out.</summary>
/// <param name="Name">The node's name in /dev: <c>hidraw0</c>.</param>
/// <param name="Plugging">What is another one each time something is plugged in, though it get the same name.</param>
public sealed record PluggedNode(string Name, string Plugging);
