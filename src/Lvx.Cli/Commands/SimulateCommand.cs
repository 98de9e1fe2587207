using System.CommandLine;
using Lvx.Cli.Hosting;

namespace Lvx.Cli.Commands;

/// <summary>tmp</summary>
internal sealed class SimulateCommand : IVerb
{
    public Command Describe() => new("simulate", "x");
    public int Run(ParseResult parsed, Surroundings surroundings) => 0;
}
