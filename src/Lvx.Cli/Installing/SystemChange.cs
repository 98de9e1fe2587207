namespace Lvx.Cli.Installing;

/// <summary>What is to be done with a file of the machine.</summary>
/// <param name="Kind">What.</param>
/// <param name="Path">The file, from the root of the machine.</param>
/// <param name="Before">What is in it; null for no file.</param>
/// <param name="After">What will be in it; null for no file.</param>
/// <param name="Why">Why it stays, for one that does; null for others.</param>
internal sealed record SystemChange(SystemChangeKind Kind, string Path, string? Before, string? After, string? Why = null);
