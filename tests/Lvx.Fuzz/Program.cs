using System.Diagnostics;
using System.Globalization;
using Lvx.Fuzz;
using Lvx.Fuzz.Running;

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    Console.Error.WriteLine($"Targets: {string.Join(", ", Catalogue.All.Select(target => target.Name))}");
    return 2;
}

long begun = Stopwatch.GetTimestamp();
var runner = new Runner(options.Seed);
var scores = new List<Score>();
foreach (ITarget target in Catalogue.All.Where(target => options.Target is null || target.Name == options.Target))
{
    long count = options.Target is null ? Catalogue.Share(target, options.Count) : options.Count;
    Score score = runner.Run(target, options.From, count);
    scores.Add(score);
    foreach (Finding finding in score.Findings)
    {
        Console.Error.WriteLine(finding);
        if (options.Findings is { } folder)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{finding.Target}-{finding.Seed}-{finding.Index}.hex")), finding.Hex + "\n");
        }
    }
}

Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"seed {options.Seed}, {Environment.ProcessorCount} cores, {Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s, {DateTime.UtcNow:yyyy-MM-dd}"));
Console.WriteLine();
ScoreTable.Write(Console.Out, scores);
return scores.TrueForAll(score => score.IsClean) ? 0 : 1;
