using System.CommandLine;
using System.Text;
using Lvx.Cli.Hosting;
using Lvx.Cli.Output;
using Lvx.Core;
using Lvx.Core.Files;
using Lvx.Core.Operations;
using Lvx.Core.Recording;
using Lvx.Core.Units;
using Lvx.Yaml;

namespace Lvx.Cli.Commands;

/// <summary><c>lvx site</c>: writes the site file from what is plugged in, and judges one.</summary>
internal sealed class SiteCommand : IVerb
{
    private readonly LinkOptionSet initLinks = new("Replaces the file if it is there.");
    private readonly LinkOptionSet checkLinks = new();
    private readonly Option<string?> output = new("--output", "-o") { Description = "The file; your own site file unless told. - is standard output.", HelpName = "FILE" };
    private readonly Option<string?> name = new("--name") { Description = "The site's name, for reports.", HelpName = "NAME" };
    private readonly Argument<string?> file = new("file") { Description = "The file; the one that counts unless told.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Command init = new("init", "Write a site file from what is plugged in, or from the devices named.");
    private readonly Command check = new("check", "Judge a site file, and whether its units are there and are who it says. Exit code 0 all is well, 1 not, 2 the file is not sound.");

    public Command Describe()
    {
        var command = new Command("site", "The site file: which units there are, and where.");
        initLinks.AddTo(init);
        init.Options.Add(output);
        init.Options.Add(name);
        checkLinks.AddTo(check);
        check.Arguments.Add(file);
        command.Subcommands.Add(init);
        command.Subcommands.Add(check);
        return command;
    }

    public int Run(ParseResult parsed, Surroundings surroundings) => parsed.CommandResult.Command == init ? Init(parsed, surroundings) : Check(parsed, surroundings);

    private int Init(ParseResult parsed, Surroundings surroundings)
    {
        using Reach reach = initLinks.ResolveUnselected(parsed, surroundings);
        LvxSite? present = Present(surroundings);
        IReadOnlyList<LvxDevice> devices = new DeviceOperation(reach.Access, present).Find(initLinks.Named(parsed), reach.Host);
        LvxDevice[] units = [.. devices.Where(device => device.SerialNumber is { } serial && serial.All(char.IsAsciiDigit)).DistinctBy(device => device.SerialNumber).OrderBy(device => device.ParallelInstance ?? int.MaxValue)];
        foreach (LvxDevice device in devices.Except(units))
        {
            surroundings.Error.WriteLine($"warning: {FrameText.EscapeSentence(device.Problem ?? $"{device.Device}: it says no serial number in digits.")} It is left out.");
        }

        if (units.Length == 0)
        {
            throw LvxErrors.NothingFound("units that answer and say who they are");
        }

        string path = parsed.GetValue(output) ?? SiteLocation.OfUser;
        var site = new LvxSite(path, parsed.GetValue(name), [.. units.Select((unit, index) => Unit(unit, index, units, present))], [], new SiteTolerances());
        string text = SiteFile.Format(site);
        if (path == "-")
        {
            surroundings.Output.Write(text);
            return ExitCode.Fine;
        }

        if (parsed.GetValue(output) is null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }

        WholeFile.Write(path, Encoding.UTF8.GetBytes(text), initLinks.Forces(parsed));
        surroundings.Output.WriteLine($"Wrote {Shown.Value(path)} with {units.Length} {(units.Length == 1 ? "unit" : "units")}: {string.Join(", ", site.Units.Select(unit => $"{unit.Name} ({unit.SerialNumber})"))}.");
        return ExitCode.Fine;
    }

    /// <summary>The site as it is: its units that are not on USB are looked for too, and names stay.</summary>
    private static LvxSite? Present(Surroundings surroundings)
    {
        try
        {
            return surroundings.Site();
        }
        catch (LvxException)
        {
            // A file that is to be written anew may be broken.
            return null;
        }
    }

    private static SiteUnit Unit(LvxDevice device, int index, LvxDevice[] all, LvxSite? present)
    {
        // Numbers by place in the parallel system where every unit says one of its own.
        bool counts = all.All(unit => unit.ParallelInstance is not null) && all.DistinctBy(unit => unit.ParallelInstance).Count() == all.Length;
        return new SiteUnit(present?.WithSerial(device.SerialNumber)?.Name ?? $"lvx6048-{index + 1}", device.SerialNumber!, device.Kind == "Hid" ? null : device.Device, counts ? device.ParallelInstance : null);
    }

    private int Check(ParseResult parsed, Surroundings surroundings)
    {
        string? path = parsed.GetValue(file);
        LvxSite site = (path is null ? surroundings.Site() : SiteFile.Read(path))
            ?? throw LvxErrors.NotReadable(SiteLocation.OfUser, "there is no site file, neither here nor in /etc/lvxps.");
        using Reach reach = checkLinks.ResolveUnselected(parsed, surroundings);
        IReadOnlyList<LvxDevice> devices = new DeviceOperation(reach.Access, site).Find([], reach.Host);
        int wrong = 0;
        surroundings.Output.WriteLine($"{Shown.Value(site.Path)}: sound, {site.Units.Count} {(site.Units.Count == 1 ? "unit" : "units")}.");
        foreach (SiteUnit unit in site.Units)
        {
            LvxDevice? device = devices.FirstOrDefault(device => device.Name == unit.Name);
            bool isWell = device is { Problem: null, Answers: true };
            wrong += isWell ? 0 : 1;
            surroundings.Output.WriteLine(isWell
                ? $"ok    {unit.Name} ({unit.SerialNumber}) on {Shown.Value(device!.Device)}"
                : $"FAIL  {unit.Name} ({unit.SerialNumber}): {FrameText.EscapeSentence(device?.Problem ?? "it was not found.")} {FrameText.EscapeSentence(device?.NextStep ?? "")}".TrimEnd());
        }

        foreach (LvxDevice other in devices.Where(device => device.SerialNumber is not null && site.WithSerial(device.SerialNumber) is null))
        {
            surroundings.Output.WriteLine($"note  unit {Shown.Value(other.SerialNumber)} on {Shown.Value(other.Device)} is not in the file.");
        }

        return wrong == 0 ? ExitCode.Fine : ExitCode.No;
    }
}
