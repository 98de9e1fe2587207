using System.Globalization;
using Lvx.Core;

namespace Lvx.Simulator.Usb;

/// <summary>What is done to simulated USB devices while they serve.</summary>
internal enum UsbVerb
{
    Unplug = 0,
    Plug,
    Swap,
    Replace,
    Mute,
    Stall,
    Hang,
    Show,
}

/// <summary>One order, as it stands on a line.</summary>
/// <param name="Verb">What.</param>
/// <param name="Unit">With which unit, from 1.</param>
/// <param name="Other">And which other.</param>
/// <param name="IsOn">On or off.</param>
/// <param name="Moment">When; null for now.</param>
internal sealed record UsbCommand(UsbVerb Verb, int Unit, int? Other = null, bool IsOn = false, UsbMoment? Moment = null)
{
    public const string Forms =
        "unplug U [MOMENT], plug U, swap U V [MOMENT] (both out, and in again in the other order), replace U V [MOMENT] (V into U's socket), mute|stall|hang U on|off, show U. "
        + "MOMENT: [setter] out|in N, after N reports to or from the unit, counted from now or from the next setter; `setter out 0` is just before it";

    /// <exception cref="LvxException">It has not the form, or names a unit that there is not.</exception>
    public static UsbCommand Parse(string text, int units)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        UsbCommand? command = words switch
        {
            ["plug", var unit] when IsUnit(unit, units, out int number) => new UsbCommand(UsbVerb.Plug, number),
            ["show", var unit] when IsUnit(unit, units, out int number) => new UsbCommand(UsbVerb.Show, number),
            ["unplug", var unit, .. var when] when IsUnit(unit, units, out int number) && IsMoment(when, out UsbMoment? moment) => new UsbCommand(UsbVerb.Unplug, number, Moment: moment),
            ["swap" or "replace", var unit, var other, .. var when] when IsUnit(unit, units, out int number) && IsUnit(other, units, out int second) && number != second && IsMoment(when, out UsbMoment? moment)
                => new UsbCommand(words[0] == "swap" ? UsbVerb.Swap : UsbVerb.Replace, number, second, Moment: moment),
            ["mute" or "stall" or "hang", var unit, "on" or "off"] when IsUnit(unit, units, out int number)
                => new UsbCommand(words[0] switch { "mute" => UsbVerb.Mute, "stall" => UsbVerb.Stall, _ => UsbVerb.Hang }, number, IsOn: words[2] == "on"),
            _ => null,
        };
        return command ?? throw new LvxException(LvxError.ArgumentInvalid, null, $"'{text}' is no order to the {units} simulated units.", $"Use {Forms}.");
    }

    private static bool IsMoment(string[] words, out UsbMoment? moment)
    {
        bool fromSetter = words is ["setter", ..];
        moment = words[(fromSetter ? 1 : 0)..] switch
        {
            ["out", var count] when IsNumber(count, out int number) && (fromSetter || number > 0) => new UsbMoment(fromSetter, IsAnswer: false, number),
            ["in", var count] when IsNumber(count, out int number) && number > 0 => new UsbMoment(fromSetter, IsAnswer: true, number),
            _ => null,
        };
        return moment is not null || words.Length == 0;
    }

    private static bool IsUnit(string text, int units, out int unit) => IsNumber(text, out unit) && unit >= 1 && unit <= units;

    private static bool IsNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
