using Lvx.Core.Links;
using Lvx.Core.Recording;
using Lvx.Core.Sessions;
using Lvx.Core.Units;
using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>Finds out what is plugged in: every port on which a unit is or could be, who answers there, and who else has it open. The links are opened for reading.</summary>
public sealed class DeviceOperation
{
    private readonly UnitAccess access;
    private readonly LvxSite? site;

    /// <summary>An operation on ports that are reached through <paramref name="access"/>.</summary>
    public DeviceOperation(UnitAccess access, LvxSite? site)
    {
        this.access = access;
        this.site = site;
    }

    /// <summary>
    /// The named devices, and units of the site by their names; when none is named, every inverter on USB, and the units of the site that are reached in another way. A unit of the site that is to be on USB and is not is there as well, with
    /// that as its problem. Nothing is sent to a device of other ids.
    /// </summary>
    /// <param name="devices">Devices and names, also with wildcards, or nothing.</param>
    /// <param name="host">Whoever runs this.</param>
    /// <exception cref="LvxException">A device has no known form, or a name is none of the site's.</exception>
    public IReadOnlyList<LvxDevice> Find(IReadOnlyList<string> devices, IHost host)
    {
        ArgumentNullException.ThrowIfNull(devices);
        ArgumentNullException.ThrowIfNull(host);
        UnitPort[] ports = devices.Count > 0
            ? [.. new UnitFinder(access.Links, () => site).Select(devices, null).Ports.Select(port => new UnitPort(port.Device, access.Links.NameOf(port.Device)))]
            : [.. access.Plugged().Select(node => new UnitPort(node, access.Links.NameOf(node))),
                .. (site?.Units ?? []).Where(unit => unit.Link is not null).Select(unit => new UnitPort(unit.Link!, unit.Name))];
        List<LvxDevice> found = [.. Crew.Once(ports, Look, "Looking at ports", host)];
        if (devices.Count == 0)
        {
            found.AddRange((site?.Units ?? []).Where(unit => unit.Link is null && !found.Any(device => SerialNumber.Same(device.SerialNumber, unit.SerialNumber))).Select(Missing));
        }

        return found;
    }

    private LvxDevice Look(UnitPort port, IHost host)
    {
        LvxDevice device = PortFacts.Of(port);
        try
        {
            using Session session = access.Open(port, LinkAccess.ReadOnly, HostFrameLog.For(host), host.Cancellation);
            device.Answers = true;
            device.SerialNumber = session.SerialNumber;
            device.MainFirmware = session.AskIfAnswered(Firmware.Query, host)?.Answer.Main;
            device.ParallelInstance = session.AskIfAnswered(GeneralStatus.Query, host)?.Answer.ParallelInstance;
            session.Finish();
        }
        catch (LvxException error)
        {
            // Who is in use was not asked.
            device.Answers = error.Error is LvxError.DeviceInUse or LvxError.AccessDenied ? null : false;
            device.Problem = error.Message;
            device.NextStep = error.NextStep;
        }

        HoldAgainst(port, device);
        return device;
    }

    private void HoldAgainst(UnitPort port, LvxDevice device)
    {
        SiteUnit? here = site?.Units.FirstOrDefault(unit => unit.Link == port.Device);
        if (site?.WithSerial(device.SerialNumber) is { } unit)
        {
            device.Name = unit.Name;
            if (unit.Instance is { } instance && device.ParallelInstance is { } actual && instance != actual)
            {
                device.Problem = $"it is instance {actual}, and the site file says {instance}.";
                device.NextStep = "Correct the site file, or check the parallel cables and start all units anew.";
            }
        }
        else if (here is not null && device.SerialNumber is { } other)
        {
            device.Problem = $"unit {FrameText.Escape(other)} answers here, and the site file says {here.SerialNumber}.";
            device.NextStep = "Check which cable is in which unit, or correct the site file.";
        }
    }

    private static LvxDevice Missing(SiteUnit unit) => new(unit.Device, unit.Name, "Hid")
    {
        SerialNumber = unit.SerialNumber,
        Answers = false,
        Problem = "it is on none of the USB ports that could be asked.",
        NextStep = "Check its cable and that it is on; a port that another program has open was not asked.",
    };
}
