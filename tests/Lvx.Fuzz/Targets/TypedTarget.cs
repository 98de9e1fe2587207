using System.Text;
using Lvx.Core;
using Lvx.Core.Links;
using Lvx.Core.Operations;
using Lvx.Fuzz.Mutations;
using Lvx.Fuzz.Running;
using Lvx.Pi18;

namespace Lvx.Fuzz.Targets;

/// <summary>What people and files give as a word: questions, devices, serial numbers, values of settings.</summary>
internal sealed class TypedTarget : ITarget
{
    private static readonly string[] Words =
    [
        "GS", "EY2026", "EM202604", "ED20260426", "PGS0", "PRI1", "PF", "MCHGC0,060", "BUCD480,540", "tcp://192.168.1.20:8899", "tcp://[::1]:1", "tcp://host", "/dev/hidraw0", "/dev/ttyUSB0",
        "replay:talk.log#2", "96132206100001", "1496132206100001000000", "56.4 V", "60 A", "solar_first", "SolarFirst", "code 7", "on", "off", "01:00-05:30", "unknown", "99.9", "-0", "1e9",
    ];

    private static readonly LinkRegistry Links = new();

    public string Name => "words";

    public int Share => 30;

    public (TimeSpan Time, long Bytes) Bounds => (TimeSpan.FromSeconds(2), 1 << 20);

    public byte[] Make(Dice dice)
    {
        byte[] word = Encoding.UTF8.GetBytes(dice.Of(Words));
        word = dice.OneIn(8) ? word : ByteMutation.Mutate(word, dice);
        return dice.OneIn(200) ? [.. word, .. Encoding.UTF8.GetBytes(dice.Digits(5000))] : word;
    }

    public Verdict Judge(byte[] input, Dice dice)
    {
        string word = Encoding.UTF8.GetString(input);
        bool isQuery = QueryCatalogue.TryParse(word, out Query? query, out string? problem);
        if (isQuery && (SetterNames.IsSetter(query!.Command) || query.Request.Span.IndexOf("^S"u8) >= 0))
        {
            return Verdict.Wrong($"{word} is a question, and a setter");
        }

        if (isQuery == (problem is not null) || isQuery == query is null)
        {
            return Verdict.Wrong($"{word} is neither a question nor none");
        }

        string serial = SerialNumber.Normalise(word);
        if (SerialNumber.Normalise(serial) != serial && serial.Length == SerialNumber.WireLength)
        {
            return Verdict.Wrong($"{word} is another serial number when it is read again");
        }

        foreach (SettingDefinition setting in SettingCatalogue.All)
        {
            object? value = SettingText.ParseWanted(setting, word, out string? why);
            if (value is null == why is null)
            {
                return Verdict.Wrong($"{setting.Name} {word} is neither a value nor none");
            }

            if (value is not null && !Equals(SettingText.ParseWanted(setting, SettingText.Format(setting, value), out _), value))
            {
                return Verdict.Wrong($"{setting.Name} {word} is another value when it is read again");
            }
        }

        try
        {
            _ = Links.NameOf(word);
            _ = word.StartsWith("tcp://", StringComparison.OrdinalIgnoreCase) ? Links.Expand(word) : [];
            return Verdict.Accepted;
        }
        catch (LvxException error)
        {
            return isQuery ? Verdict.Accepted : Verdict.Refused(error.Error.ToString());
        }
    }
}
