using System.CommandLine;
using Lvx.Cli.Hosting;

namespace Lvx.Cli.Commands;

/// <summary>One verb of the command.</summary>
internal interface IVerb
{
    /// <summary>Its name, options and help.</summary>
    Command Describe();

    /// <summary>Does it.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    int Run(ParseResult parsed, Surroundings surroundings);
}
