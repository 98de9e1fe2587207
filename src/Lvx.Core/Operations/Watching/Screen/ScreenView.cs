namespace Lvx.Core.Operations;

/// <summary>How the screen is to be drawn.</summary>
/// <param name="Page">What it shows.</param>
/// <param name="Unit">Which unit, from 1, on the page of one unit.</param>
/// <param name="Interval">From one reading to the next.</param>
/// <param name="IsPaused">Whether nothing is read for now.</param>
/// <param name="IsUnicode">Whether the terminal shows more than ASCII.</param>
internal sealed record ScreenView(ScreenPage Page, int Unit, TimeSpan Interval, bool IsPaused, bool IsUnicode);
