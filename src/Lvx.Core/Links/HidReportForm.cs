namespace Lvx.Core.Links;

/// <summary>How a report is handed to a hidraw node.</summary>
public enum HidReportForm
{
    /// <summary>Nine bytes, the first being report number 00, which the kernel strips: all eight reach the unit.</summary>
    Numbered = 0,

    /// <summary>Eight bare bytes, as other tools do. A chunk that begins with 00 loses that byte to the kernel.</summary>
    Bare,
}
