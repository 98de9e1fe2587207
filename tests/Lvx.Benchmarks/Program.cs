using Lvx.Benchmarks;

if (UnitsProcess.Serve(args))
{
    return 0;
}

IMeasurement[] all = [new CodeMeasurement(), new LineMeasurement(), new StartMeasurement(), new ManyMeasurement(), new MemoryMeasurement(), new ModuleMeasurement()];
int product = Array.IndexOf(args, "--product");
if (product >= 0 && product + 1 < args.Length)
{
    Product.In(args[product + 1]);
    args = [.. args[..product], .. args[(product + 2)..]];
}

string[] verbs = [.. args.Where(arg => arg != "--write")];
bool everything = verbs is ["all"];
IMeasurement[] chosen = [.. all.Where(one => everything || verbs.Contains(one.Name, StringComparer.Ordinal))];
if (chosen.Length == 0 || (!everything && chosen.Length < verbs.Length))
{
    Console.WriteLine("Say which (several may be named):");
    foreach (IMeasurement one in all)
    {
        Console.WriteLine($"  {one.Name,-8}{one.What}");
    }

    Console.WriteLine("  all     all of them, and docs/performance.md written anew; --write does so for single ones");
    Console.WriteLine("  --product FOLDER keeps what is published there, for the next time");
    return verbs.Length == 0 ? 0 : 2;
}

foreach (IMeasurement one in chosen)
{
    var load = new OtherLoad();
    var report = new Report(Console.Out);
    one.Run(report);
    report.Say($"{Machine.Describe()} Other programs used {load.Part():0 %} of the machine meanwhile.");
    if (everything || args.Contains("--write"))
    {
        Document.Write(one.Name, report.Text);
    }
}

Product.CleanUp();
return 0;
