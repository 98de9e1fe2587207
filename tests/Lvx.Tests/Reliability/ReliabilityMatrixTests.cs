using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Lvx.Cli;
using Lvx.Pi18;
using Lvx.Simulator;

namespace Lvx.Tests.Reliability;

/// <summary>Every misbehaviour of a unit at every operation over every link, as <c>docs/reliability.md</c> says it is.</summary>
public sealed class ReliabilityMatrixTests
{
    // Most of each cell is waiting.
    private const int Threads = 24;
    private const int Every = 37;

    // They talk to no unit that could be served here: the system's nodes alone, units of their own, and none at all.
    private static readonly string[] Elsewhere = ["resolve-links"];

    private static bool Writes { get; } = Environment.GetEnvironmentVariable("LVXPS_WRITE_MATRIX") == "1";

    [Fact]
    public void Every_verb_that_reaches_units_is_in_the_matrix()
    {
        IEnumerable<string> reach = CommandLine.Verbs.Select(verb => verb.Make())
            .Select(verb => verb.Describe())
            .SelectMany(verb => verb.Subcommands.Count == 0 ? [(verb.Name, verb)] : verb.Subcommands.Select(below => (Name: $"{verb.Name} {below.Name}", below)))
            .Where(verb => verb.Item2.Options.Any(option => option.Name == "--device"))
            .Select(verb => verb.Item1);
        Assert.Equal(reach.Order(), MatrixOperation.All.Select(operation => operation.Verb).Concat(Elsewhere).Distinct().Order());
        Assert.Equal(Enum.GetValues<MisbehaviourKind>().Length, Misbehaviour.Kinds.Count);
    }

    [Theory]
    [InlineData("profile apply", "PBT2", "MCHGV564,540", "BUCD480,540", "PSDV480")]
    [InlineData("restore", "MCHGV564,540", "PSDV480")]
    public void The_write_that_goes_wrong_is_where_the_table_says(string verb, params string[] writes)
    {
        MatrixOperation operation = Assert.Single(MatrixOperation.All, operation => operation.Verb == verb);
        using var site = new MatrixSite("sim", "", 1);
        operation.Before(site);

        Assert.Equal(0, site.Run([.. operation.Args(site), .. MatrixOperation.Named(site)]).ExitCode);

        Assert.Equal(writes, site.Units[0].Log.Where(request => request.Kind == FrameKind.Setter).Select(request => request.Text));
        Assert.StartsWith(operation.Command, writes[verb == "restore" ? ^1 : 2], StringComparison.Ordinal);
    }

    [Fact]
    public void The_document_has_every_cell()
    {
        var document = MatrixDocument.Read();
        Assert.All(MatrixCell.All, cell => Assert.NotNull(document.Find(cell)));
    }

    [Fact]
    public void Cells_are_as_the_document_says()
    {
        var watch = Stopwatch.StartNew();
        var failures = new ConcurrentQueue<string>();
        var results = new ConcurrentDictionary<MatrixCell, MatrixResult>();
        MatrixCell[] cells = [.. Writes ? MatrixCell.All : LongRun.Sample(MatrixCell.All, Every)];
        OnThreads.ForEach(cells, Threads, cell =>
        {
            try
            {
                results[cell] = cell.Run(failures);
            }
            catch (Exception error)
            {
                failures.Enqueue($"{cell}: {error}");
            }
        });
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{cells.Length} of {MatrixCell.All.Count} cells in {watch.Elapsed.TotalSeconds:0} s; exit codes: {string.Join(", ", results.Values.GroupBy(result => result.ExitCode).OrderBy(group => group.Key).Select(group => $"{group.Key} {group.Count()} times"))}"));
        if (Writes)
        {
            MatrixDocument.Write(results);
        }
        else
        {
            var document = MatrixDocument.Read();
            foreach (MatrixCell cell in cells)
            {
                if (document.Find(cell) is not { } said || !results.TryGetValue(cell, out MatrixResult? seen) || !said.Fits(seen))
                {
                    failures.Enqueue($"{cell}: the document says\n{document.Find(cell)}\nand it is\n{results.GetValueOrDefault(cell)}");
                }
            }
        }

        if (LongRun.IsWanted)
        {
            TestContext.Current.TestOutputHelper!.WriteLine(MatrixDocument.Format(results));
        }

        Assert.True(failures.IsEmpty, $"{failures.Count}\n{string.Join('\n', failures.Order())}");
    }
}
