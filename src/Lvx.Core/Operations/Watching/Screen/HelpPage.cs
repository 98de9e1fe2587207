namespace Lvx.Core.Operations;

/// <summary>The keys, and how figures are made.</summary>
internal static class HelpPage
{
    private const int KeyWidth = 9;

    private static readonly (string Key, string Text)[] Keys =
    [
        ("q", "quit; Ctrl+C too"),
        ("p", "pause: nothing is asked"),
        ("r", "read everything now"),
        ("+  -", "faster, slower"),
        ("1 2 ..", "one unit's status"),
        ("e", "all events"),
        ("?", "this page"),
        ("Esc", "back to all units"),
    ];

    private static readonly string[] Rules =
    [
        "It only asks, and cannot write: the ports are opened for questions.",
        "Summed over the units: solar, load, charge current. Averaged: battery voltage, state of charge, load in percent. The grid is the same line for each, and never added. (1 of 2) says of how many units a figure is.",
        "-- is not known. ~ is derived, and not measured: watts of the battery are volts times whole amperes.",
        "STALE 42s: the unit does not answer, and its last values are that old. It comes back by itself.",
        "Firmware, settings, clocks and the view over the parallel bus (PGS) are read every 30 s, after r, and where a unit says that a setting changed.",
    ];

    public static IEnumerable<ScreenLine> Draw(int width)
    {
        int half = (Keys.Length + 1) / 2;
        for (int row = 0; row < half; row++)
        {
            yield return Key(Keys[row], (width / 2) - 1).Add(" ").Add(Key(Keys[row + half], (width / 2) - 1));
        }

        foreach (string rule in Rules)
        {
            yield return new ScreenLine();
            foreach (string line in WordWrap.Break(rule, width - 1))
            {
                yield return new ScreenLine().Add(line);
            }
        }
    }

    private static ScreenLine Key((string Key, string Text) key, int width) => new ScreenLine().Field(key.Key, KeyWidth, Ink.Strong).Field(key.Text, width - KeyWidth);
}
