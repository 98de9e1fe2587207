namespace Lvx.Cli.Hosting;

/// <summary>Whoever read the output is gone.</summary>
internal sealed class NobodyReadsException() : IOException("Nobody reads the output any more.");
