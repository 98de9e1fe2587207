using System.Diagnostics;
using System.Globalization;
using Lvx.Yaml;

namespace Lvx.Tests.Cli;

/// <summary>An export that is killed at any moment leaves what was there, or the whole new file, and nothing else.</summary>
public sealed class KilledExportTests : IDisposable
{
    // A part of the long run (LVXPS_KILLS=200), which takes over a minute.
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("LVXPS_KILLS") ?? "10", CultureInfo.InvariantCulture);
    private const int Units = 9;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly string folder = Directory.CreateTempSubdirectory("lvx").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task It_is_never_damaged_or_half()
    {
        string file = Path.Combine(folder, "site.yaml");
        double usual = await UsualMilliseconds(file);
        File.Delete(file);
        var random = new Random(48);
        int none = 0, old = 0, replaced = 0, left = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            // Half of them write a new file, half replace one; most are killed around the moment at which it is written.
            bool isThere = kill % 2 == 1;
            File.Delete(file);
            if (isThere)
            {
                File.WriteAllText(file, "old");
            }

            await RunAndKill(file, TimeSpan.FromMilliseconds(usual * (0.7 + (random.NextDouble() * 0.4))));
            if (!File.Exists(file))
            {
                Assert.False(isThere, "what was there is gone");
                none++;
            }
            else if (isThere && File.ReadAllText(file) == "old")
            {
                old++;
            }
            else
            {
                Assert.Equal(Units, BaselineFile.Read(file).Count);
                replaced++;
            }

            foreach (string rest in Directory.GetFiles(folder).Where(path => path != file))
            {
                // Between its two names a replaced file is whole under the hidden one.
                Assert.Equal(Units, BaselineFile.Read(rest).Count);
                File.Delete(rest);
                left++;
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{Kills} kills: {none} without a file, {old} with the old one, {replaced} with the whole new one; {left} whole ones under a hidden name"));
        Assert.True(Kills < 100 || (none + old > 0 && replaced > 0), $"the kills did not surround the writing: {none} {old} {replaced}");
    }

    private static ProcessStartInfo Export(string file) =>
        Child.Command(Child.Dotnet, Child.LvxDll, "settings", "--device", $"sim:many={Units}", "--export", file, "--force");

    private static async Task<double> UsualMilliseconds(string file)
    {
        var times = new List<double>();
        for (int run = 0; run < 5; run++)
        {
            var watch = Stopwatch.StartNew();
            (int? exitCode, _, string error) = await Child.RunAsync(Export(file), Limit, TestContext.Current.CancellationToken);
            times.Add(watch.Elapsed.TotalMilliseconds);
            Assert.Equal((0, ""), (exitCode, error));
        }

        return times.Order().ElementAt(2);
    }

    private static async Task RunAndKill(string file, TimeSpan after)
    {
        using Process process = Process.Start(Export(file))!;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        ended.CancelAfter(after);
        try
        {
            await process.WaitForExitAsync(ended.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }

        Assert.True(await Child.EndsWithinAsync(process, Limit, TestContext.Current.CancellationToken));
    }
}
