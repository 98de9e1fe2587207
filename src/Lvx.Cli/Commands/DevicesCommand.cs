using System.CommandLine;
using Lvx.Cli.Hosting;
using Lvx.Cli.Output;
using Lvx.Core.Operations;

namespace Lvx.Cli.Commands;

/// <summary><c>lvx devices</c>: what is plugged in, which unit is on which port, and who else has it open.</summary>
internal sealed class DevicesCommand : IVerb
{
    private readonly LinkOptionSet links = new();
    private readonly Option<bool> json = new("--json") { Description = "Write JSON: always an array." };

    public Command Describe()
    {
        var command = new Command("devices", "Show which port is which unit, and who else has it open. Exit code 0 each answers, 1 one has a problem or there is none.");
        links.AddTo(command);
        command.Options.Add(json);
        return command;
    }

    public int Run(ParseResult parsed, Surroundings surroundings)
    {
        using Reach reach = links.ResolveUnselected(parsed, surroundings);
        IReadOnlyList<LvxDevice> devices = new DeviceOperation(reach.Access, surroundings.Site()).Find(links.Named(parsed), reach.Host);
        if (parsed.GetValue(json))
        {
            surroundings.Output.WriteLine(DeviceJson.Write(devices));
        }
        else if (devices.Count > 0)
        {
            DeviceTable.Write(surroundings.Output, surroundings.Width, devices);
        }
        else
        {
            surroundings.Error.WriteLine("lvx: no inverter was found on USB, and no site file names one.");
            surroundings.Error.WriteLine("     Check the cable; name a serial port or tcp://host:port with --device; or try sim:pair.");
        }

        return devices.Count > 0 && devices.All(device => device.Problem is null) ? ExitCode.Fine : ExitCode.No;
    }
}
