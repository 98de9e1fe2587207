using Lvx.Benchmarks;

switch (args)
{
    case [] or ["line"]:
        LineBenchmark.Run(Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("Say which: line (the time on the line, and what the software adds to it).");
        return 2;
}
