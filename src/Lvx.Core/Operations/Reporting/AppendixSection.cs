using Lvx.Core.Recording;

namespace Lvx.Core.Operations.Reporting;

/// <summary>What proves the rest: the way back, the frames as they came, and the data for programs.</summary>
internal static class AppendixSection
{
    public static ReportSection Of(ReportModel model, Redaction redaction) => ReportSection.Of(
        "Appendix",
        [
            .. Restore(model),
            .. model.Surveys.Concat<object>(model.Unreachable).Select(DeviceOf).Distinct(StringComparer.Ordinal).Select(device => Frames(model, device, redaction)),
            .. model.FramesLeftOut > 0 ? (IEnumerable<ReportBlock>)[new TextBlock($"{ReportText.Counted(model.FramesLeftOut, "further line")} of the talk with the units {(model.FramesLeftOut == 1 ? "is" : "are")} left out.")] : [],
            new ListingBlock("The data of this report, as JSON", ReportJson.Write(model, redaction.Hide).Split('\n'), IsLong: true),
        ]);

    private static string DeviceOf(object unit) => unit is UnitSurvey survey ? survey.Port.Device : ((LvxUnitFailure)unit).Device;

    private static IEnumerable<ReportBlock> Restore(ReportModel model)
    {
        UnitSurvey[] units = [.. model.Surveys.Where(unit => ReportHistory.FoundOf(model, unit) is not null)];
        if (model.Options.Baseline is not { } baseline || units.Length == 0)
        {
            yield return new TextBlock("Without a baseline of these units there is no line that brings their settings back. Section 13 has the one that keeps them as they are now.");
            yield break;
        }

        yield return new ListingBlock(
            "To bring the settings back to those of the baseline. This writes: each unit is checked first, and each change is asked for, sent once and read back",
            [
                .. units.Select(unit => $"lvx restore {CommandText.ForShell(baseline.Path)} --device {CommandText.ForShell(unit.Port.Device)}{Serial(unit, "--serial")}"),
                .. units.Select(unit => $"Restore-LvxSettings -Path {CommandText.ForPowerShell(baseline.Path)} -Device {CommandText.ForPowerShell(unit.Port.Device)}{Serial(unit, "-SerialNumber")}"),
            ],
            IsLong: false);
    }

    // What a unit says is data: nothing but digits goes into a line that somebody copies.
    private static string Serial(UnitSurvey unit, string option) => CommandText.IsSerial(unit.SerialNumber) ? $" {option} {unit.SerialNumber}" : "";

    private static ListingBlock Frames(ReportModel model, string device, Redaction redaction)
    {
        ReportFrame[] own = [.. model.Frames.Where(frame => frame.Device == device)];
        return new ListingBlock(
            $"Raw frames of {FrameText.Escape(device)}: time (UTC), direction, frame with its checksum ({ReportText.Counted(own.Length, "line")})",
            [.. own.Select(frame => $"{frame.Time.ToString("HH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture)} {Sign(frame.Kind)} {redaction.Hide(frame)}".TrimEnd())],
            IsLong: true);
    }

    private static string Sign(FrameLogKind kind) => kind switch
    {
        FrameLogKind.Opened => "= opened",
        FrameLogKind.Sent => ">",
        FrameLogKind.Received => "<",
        FrameLogKind.Stray => "?",
        _ => "!",
    };
}
