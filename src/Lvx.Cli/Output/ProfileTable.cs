using Lvx.Core.Operations;

namespace Lvx.Cli.Output;

/// <summary>Profiles, as a list or one of them in full.</summary>
internal static class ProfileTable
{
    private const string Indent = "  ";

    public static void List(TextWriter output, IReadOnlyList<LvxProfile> profiles)
    {
        int name = profiles.Select(profile => profile.Name.Length).DefaultIfEmpty().Max();
        foreach (LvxProfile profile in profiles)
        {
            output.WriteLine($"{Shown.Value(profile.Name).PadRight(name)}  {Shown.Value(profile.Title)}");
        }
    }

    public static void Show(TextWriter output, int width, LvxProfile profile)
    {
        output.WriteLine($"{Shown.Value(profile.Name)}: {Shown.Value(profile.Title)}");
        foreach ((string name, object? value) in profile.Settings)
        {
            SettingDefinition setting = SettingCatalogue.Find(name)!;
            output.WriteLine($"{Indent}{Shown.Label(setting),-24}  {Shown.Setting(value)}");
        }

        Prose(output, width, "Source", profile.Source);
        Prose(output, width, "Notes", profile.Notes);
        output.WriteLine($"File: {Shown.Value(profile.Path)}");
    }

    private static void Prose(TextWriter output, int width, string head, string? text)
    {
        if (text is null)
        {
            return;
        }

        output.WriteLine($"{head}:");
        foreach (string line in Columns.Wrap(Shown.Value(text), Math.Max(20, width - Indent.Length)))
        {
            output.WriteLine(Indent + line);
        }
    }
}
