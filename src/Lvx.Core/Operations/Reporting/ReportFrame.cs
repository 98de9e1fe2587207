using Lvx.Core.Recording;

namespace Lvx.Core.Operations.Reporting;

/// <summary>One line of the talk with a unit.</summary>
/// <param name="Time">When, in UTC.</param>
/// <param name="Device">With whom.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Text">The frame with its checksum, escaped; or what failed.</param>
/// <param name="MayNameAUnit">Whether a serial number may stand in it, whole or in parts.</param>
internal sealed record ReportFrame(DateTime Time, string Device, FrameLogKind Kind, string Text, bool MayNameAUnit);
