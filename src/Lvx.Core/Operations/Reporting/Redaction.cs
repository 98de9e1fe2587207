using System.Globalization;
using System.Text.RegularExpressions;
using Lvx.Core.Recording;
using Lvx.Pi18;

namespace Lvx.Core.Operations.Reporting;

/// <summary>
/// Hides who and where the units are, so that a report can be shown to strangers: serial numbers in every form, hosts, files. Each gets a name of its own,
/// <c>[serial 1]</c>, so that units stay apart.
/// </summary>
internal sealed partial class Redaction
{
    // What is shorter would be found by chance in the middle of other words.
    private const int LeastLength = 4;

    private readonly bool isOn;
    private readonly (string Text, string Name)[] names;

    private Redaction(bool isOn, IReadOnlyList<string> hidden, IEnumerable<(string Text, string Name)> names)
    {
        this.isOn = isOn;
        Hidden = hidden;
        this.names = [.. names.Where(name => name.Text.Length >= LeastLength).Distinct().OrderByDescending(name => name.Text.Length).ThenBy(name => name.Text, StringComparer.Ordinal)];
    }

    /// <summary>What stands for what, in sentences; empty when nothing is hidden.</summary>
    public IReadOnlyList<string> Hidden { get; }

    public static Redaction Of(ReportModel model)
    {
        if (!model.Options.Redact)
        {
            return new Redaction(false, [], []);
        }

        string[] serials = [.. Serials(model).Select(SerialNumber.Normalise).Distinct(StringComparer.Ordinal)];
        string[] devices = [.. Ports(model).Select(port => port.Device).Distinct(StringComparer.Ordinal)];
        IEnumerable<(string, string)> ofSerials = serials.SelectMany((serial, index) => Forms(serial).Select(form => (form, string.Create(CultureInfo.InvariantCulture, $"[serial {index + 1}]"))));
        IEnumerable<(string, string)> ofDevices = devices.SelectMany((device, index) => Names(device, index + 1));
        string[] hidden =
        [
            .. serials.Select((serial, index) => string.Create(CultureInfo.InvariantCulture, $"[serial {index + 1}] stands for the serial number of {Owner(model, serial)}.")),
        ];
        return new Redaction(true, hidden, [.. ofSerials, .. ofDevices, .. Files(model)]);
    }

    /// <summary>The text without what is hidden. Long runs of digits go as well: a unit that nobody named may be seen by the others.</summary>
    public string Hide(string text)
    {
        if (!isOn)
        {
            return text;
        }

        foreach ((string hidden, string name) in names)
        {
            text = text.Replace(hidden, name, StringComparison.Ordinal);
        }

        return LongNumber().Replace(text, "[digits hidden]");
    }

    /// <summary>A line of the talk with a unit; where a serial number may stand, whole or in parts, nothing of it is left.</summary>
    public string Hide(ReportFrame frame) => isOn && frame.MayNameAUnit ? "[hidden: a serial number may stand in it]" : Hide(frame.Text);

    private static IEnumerable<string> Serials(ReportModel model) =>
        model.Surveys.Select(unit => unit.SerialNumber)
            .Concat(model.Readings.SelectMany(reading => reading.Units).Select(unit => unit.SerialNumber))
            .Concat((model.Options.Baseline?.Units ?? []).Select(unit => unit.SerialNumber))
            .Concat(model.Journal.Select(record => record.Entry?.SerialNumber))
            .Concat(model.Unreachable.Select(unit => unit.Device).Where(CommandText.IsSerial))
            .OfType<string>();

    private static IEnumerable<(string Device, string Name)> Ports(ReportModel model) =>
        model.Surveys.Select(unit => (unit.Port.Device, unit.Port.Name))
            .Concat(model.Readings.SelectMany(reading => reading.Units).Select(unit => (unit.Device, unit.Name)))
            .Concat(model.Readings.SelectMany(reading => reading.Unreachable).Select(unit => (unit.Device, unit.Name)))
            .Concat(model.Unreachable.Select(unit => (unit.Device, unit.Name)));

    private static string Owner(ReportModel model, string serial) =>
        model.Surveys.FirstOrDefault(unit => SerialNumber.Same(unit.SerialNumber, serial))?.Port.Name ?? "a unit that is not part of this report";

    private static IEnumerable<string> Forms(string serial)
    {
        string[] forms = serial.Length <= SerialNumber.WireLength - 2 ? [serial, SerialNumber.ToWire(serial)] : [serial];
        return forms.Concat(forms.Select(FrameText.Escape)).Concat(forms.Select(ReportText.Clean));
    }

    /// <summary>Addresses and names of files; what every system has in the same way (a node such as <c>/dev/hidraw0</c>, a simulated unit) says nothing of the place.</summary>
    private static IEnumerable<(string, string)> Names(string device, int number)
    {
        int colon = device.IndexOf(':', StringComparison.Ordinal);
        string scheme = colon < 0 ? "" : device[..colon];
        string name = string.Create(CultureInfo.InvariantCulture, $"[address {number}]");
        return scheme is "sim" || PlainNode().IsMatch(device) ? []
            : scheme.Length == 0 ? [(device, name), (Path.GetFileName(device), name)]
            : [(device, $"{scheme}:{name}"), (device[(colon + 1)..].Trim('/'), name), (Path.GetFileName(device), name)];
    }

    private static IEnumerable<(string, string)> Files(ReportModel model) => model.Options.Baseline is { } baseline ? [(baseline.Path, "[baseline]")] : [];

    [GeneratedRegex(@"[0-9]{11,}", RegexOptions.CultureInvariant)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"^/dev/[A-Za-z]+[0-9]*$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainNode();
}
