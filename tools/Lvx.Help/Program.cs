using Lvx.Help;

// Brings docs/en-US and module/en-US to what the cmdlets are; with --check only says what disagrees.
bool isCheck = false;
string? root = null;
for (int index = 0; index < args.Length; index++)
{
    if (args[index] == "--check")
    {
        isCheck = true;
    }
    else if (args[index] == "--root" && index + 1 < args.Length)
    {
        root = args[++index];
    }
    else
    {
        Console.Error.WriteLine("Usage: dotnet run --project tools/Lvx.Help [-- [--check] [--root FOLDER]]");
        return 2;
    }
}

root ??= Repository.Find(AppContext.BaseDirectory);
if (root is null)
{
    Console.Error.WriteLine("LvxPS.sln is in no folder above this program: name the repository with --root.");
    return 2;
}

HelpSet made = HelpSet.Make(root);
if (isCheck || !made.IsSound)
{
    foreach (string problem in made.Problems.Concat(isCheck ? made.Stale() : []))
    {
        Console.Error.WriteLine(problem);
    }

    return made.IsSound && !(isCheck && made.Stale().Any()) ? 0 : 1;
}

foreach (string file in made.Write())
{
    Console.WriteLine($"Wrote {file}");
}

return 0;
