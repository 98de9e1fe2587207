using System.Text;
using Lvx.Fuzz.Running;

namespace Lvx.Fuzz.Mutations;

/// <summary>Changes the body of an answer, so that a right checksum can be put around what no unit should say.</summary>
internal static class BodyMutation
{
    private const string Characters = "0123456789012345678901234567890123456789,,,-+. eExX^(%\0\r\n\t\u007f\u00ff\u00b2";

    private static readonly string[] Numbers =
    [
        "", " ", "-", "-0", "-1", "+1", "00", "01", "2", "9", "99", "100", "101", "127", "128", "255", "256", "999", "1000", "9999", "32768", "65536", "99999", "999999999", "1000000000",
        "2147483647", "2147483648", "4294967296", "9223372036854775808", "99999999999999999999", "1e3", "0x1", "1.5", "1 ", " 1", "\u00b2", "NaN", "-00", "--1", "000000000", "0000000000",
    ];

    public static string Mutate(string body, Dice dice)
    {
        for (int times = dice.Between(1, 3); times > 0; times--)
        {
            body = Once(body, dice);
        }

        return body;
    }

    private static string Once(string body, Dice dice)
    {
        var text = new StringBuilder(body);
        int at = dice.Below(body.Length + 1);
        switch (dice.Below(12))
        {
            case 0 when at < body.Length:
                text[at] = dice.Of(Characters);
                return text.ToString();
            case 1 when at < body.Length:
                return text.Remove(at, Math.Min(dice.Between(1, 4), body.Length - at)).ToString();
            case 2:
                return text.Insert(at, dice.Of(Characters)).ToString();
            case 3:
                return body[..at];
            case 4:
                return body[at..];
            case 5:
                return text.Insert(at, dice.Digits(dice.OneIn(20) ? dice.Between(1, 900) : dice.Between(1, 12))).ToString();
            case 6 when at < body.Length:
                text[at] = (char)dice.Byte();
                return text.ToString();
        }

        List<string> fields = [.. body.Split(',')];
        int field = dice.Below(fields.Count);
        switch (dice.Below(6))
        {
            case 0:
                int other = dice.Below(fields.Count);
                (fields[field], fields[other]) = (fields[other], fields[field]);
                break;
            case 1:
                fields.RemoveAt(field);
                break;
            case 2:
                fields.Insert(field, fields[dice.Below(fields.Count)]);
                break;
            case 3:
                fields.AddRange(Enumerable.Range(0, dice.Between(1, dice.OneIn(10) ? 60 : 6)).Select(_ => dice.Digits(dice.Between(0, 4))));
                break;
            default:
                fields[field] = dice.Of(Numbers);
                break;
        }

        return string.Join(',', fields);
    }
}
