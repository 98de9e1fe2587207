namespace Lvx.Cli.Installing;

/// <summary>A file that belongs on the machine.</summary>
/// <param name="Path">Where, from the root of the machine.</param>
/// <param name="Content">All of it, with the line that says who wrote it.</param>
internal sealed record SystemFile(string Path, string Content);
