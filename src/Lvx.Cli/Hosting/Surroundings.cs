using System.Text;

namespace Lvx.Cli.Hosting;

/// <summary>What is around a command: where it writes, how wide that is, and what ends it.</summary>
internal sealed record Surroundings(TextWriter Output, TextWriter Error, int Width, CancellationToken Cancellation)
{
    // What is no terminal gets the width that mails and logs are read at.
    private const int PlainWidth = 100;

    public static Surroundings OfConsole(CancellationToken cancellation) =>
        Console.IsOutputRedirected
            ? new(new StreamWriter(new RedirectedOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true }, Console.Error, PlainWidth, cancellation)
            : new(Console.Out, Console.Error, Math.Max(40, Console.WindowWidth), cancellation);
}
