using Lvx.Core.Recording;
using Lvx.Core.Units;

namespace Lvx.Cli.Hosting;

/// <summary>What a verb needs to reach its units.</summary>
internal sealed record Reach(UnitAccess Access, UnitSelection Selection, CliHost Host, TranscriptFile? Transcript) : IDisposable
{
    public void Dispose() => Transcript?.Dispose();
}
