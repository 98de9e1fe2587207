using System.Text.Json;
using Lvx.Cli;
using Lvx.Cli.Hosting;
using Lvx.Core.Operations;
using Lvx.Yaml;

namespace Lvx.Tests.Cli;

/// <summary>What came of one command line, run in this process.</summary>
internal sealed record Ran(int ExitCode, string Output, string Error)
{
    public string[] Lines => Split(Output);

    public string[] ErrorLines => Split(Error);

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static Ran Lvx(params string[] args) => Lvx(100, args);

    public static Ran Lvx(int width, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int exitCode = CommandLine.Run(args, Scoped(new Surroundings(output, error, width, TestContext.Current.CancellationToken)));
        return new Ran(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>A command where a site file says which units there are.</summary>
    public static Ran AtSite(string path, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int exitCode = CommandLine.Run(args, new Surroundings(output, error, 100, TestContext.Current.CancellationToken) { LockScope = NewScope(), Site = () => SiteFile.Read(path) });
        return new Ran(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>A command as it is run in surroundings of its own.</summary>
    public static Ran In(Func<Surroundings, Surroundings> around, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int exitCode = CommandLine.Run(args, around(Scoped(new Surroundings(output, error, 100, TestContext.Current.CancellationToken))));
        return new Ran(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Simulated units have one serial number in every test, and tests run at the same time.</summary>
    private static Surroundings Scoped(Surroundings surroundings) => surroundings with { LockScope = NewScope(), Site = () => null, TrustedSite = () => null, WritesToJournal = false };

    private static string NewScope() => Guid.NewGuid().ToString();

    /// <summary>A command that changes things: its journal is in <paramref name="folder"/>, its waits are short, and <paramref name="answer"/> is what a person says.</summary>
    public static Ran Changing(string folder, string? answer, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var person = new StringReader(answer ?? "");
        int exitCode = CommandLine.Run(args, new Surroundings(output, error, 100, TestContext.Current.CancellationToken)
        {
            LockScope = NewScope(),
            Site = () => null,
            Person = answer is null ? null : person,
            JournalPath = Path.Combine(folder, "journal.jsonl"),
            Pace = new ChangeOptions
            {
                Command = "",
                ReadBackTime = TimeSpan.FromSeconds(0.5),
                SettleTime = TimeSpan.FromSeconds(0.02),
                Pause = TimeSpan.FromSeconds(0.02),
            },
        });
        return new Ran(exitCode, output.ToString(), error.ToString());
    }

    public override string ToString() => $"exit code {ExitCode}\n{Output}\n{Error}";

    /// <summary>An error is one line, and one with the next step; nothing else is on standard error, and no trace of the code.</summary>
    public Ran Failed(int exitCode, string what, string nextStep)
    {
        Assert.Equal(exitCode, ExitCode);
        Assert.Equal(2, ErrorLines.Length);
        Assert.StartsWith("lvx: ", ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains(what, ErrorLines[0], StringComparison.Ordinal);
        Assert.StartsWith("     ", ErrorLines[1], StringComparison.Ordinal);
        Assert.Contains(nextStep, ErrorLines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", Error, StringComparison.Ordinal);
        Assert.All(Error, c => Assert.True(c is '\n' or >= ' ' and <= '~', $"not plain: {(int)c:x}"));
        return this;
    }

    private static string[] Split(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
