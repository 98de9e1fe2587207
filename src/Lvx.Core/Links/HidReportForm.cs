namespace Lvx.Core.Links;

/// <summary>How a report is handed to a hidraw node.</summary>
public enum HidReportForm
{
    /// <summary>Nine bytes, the first being report number 00, which the kernel strips: all eight reach the unit.</summary>
    Numbered = 0,

    /// <summary>Eight bare bytes, as other tools do, of which the kernel takes the first for the report's number too. Nine where that byte is 00, which the kernel would strip.</summary>
    Bare,
}
