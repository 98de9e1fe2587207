using System.Text;
using Lvx.Fuzz.Running;

namespace Lvx.Fuzz.Mutations;

/// <summary>Changes a YAML document: by characters, by lines, and by what the language has and these files do not.</summary>
internal static class TextMutation
{
    private const string Characters = "\0\t\r\n :-#[]{},&*!|>'\"%@`?~\\/.0123456789aZ_<=\u0007\u001b\u0085\u00a0\u2028\ufeff\ud800\udc00\u202eé";

    private static readonly string[] Pieces =
    [
        "&a ", "*a", "!!int ", "!tag ", "!!python/object:os.system ", "<<: *a\n", "---\n", "...\n", "%YAML 1.2\n---\n", "%TAG ! tag:x,2026:\n---\n", "? ", "? [a, b]\n: c\n", "{", "}", "[", "]",
        "{a: {b: {c: [1, [2, [3]]]}}}", "\"", "'", "\"\\ud800\"", "\"\\x1b[31m\"", "\"\\u2028\"", "\"\\U0010ffff\"", "\"\\U00110000\"", "\"\\q\"", "\"\\", "|\n", ">-\n", "|9\n", "|+\n  x\n", "\t", "\r", "\r\n", "\n\n",
        "null", "~", "true", ".nan", ".inf", "-.inf", "1e400", "0x7fffffff", "99999999999999999999999999999", "0.00000000000000000000000000001", "-1", "1_000", "1:30", "2026-04-26", "56.4 V", "code 7",
        "name: x\n", "units: []\n", "units: {}\n", "settings: {}\n", "schema: lvxps-site/2\n", "schema: lvxps-profile/1\n", "link: /dev/../etc/passwd\n", "link: tcp://\n", "link: sim:pair\n", "serial: 1\n", "instance: 99999999999\n",
        "- name: x\n", "raw: {PIRI: \"1\"}\n", "# comment\n", "\u001b]0;x\u0007", "日本", "\ud83d\ude00", ": ", "- ", "- - - - ", ", ", " #", "a: b: c\n", "[a: b]", "{a, b: c}", "=", "@", "`",
    ];

    public static string Mutate(string text, Dice dice)
    {
        for (int times = dice.Between(1, 4); times > 0; times--)
        {
            text = dice.OneIn(300) ? Huge(text, dice) : Once(text, dice);
        }

        return text;
    }

    /// <summary>The bytes of a text in UTF-8 as a rule, and now and then in another encoding.</summary>
    public static byte[] Encode(string text, Dice dice) => dice.Below(24) switch
    {
        0 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
        1 => Encoding.BigEndianUnicode.GetBytes(text),
        2 => Encoding.Latin1.GetBytes(text),
        3 => Encoding.UTF32.GetBytes(text),
        4 => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        5 => Broken(Encoding.UTF8.GetBytes(text), dice),
        _ => Encoding.UTF8.GetBytes(text),
    };

    private static byte[] Broken(byte[] bytes, Dice dice)
    {
        if (bytes.Length > 0)
        {
            bytes[dice.Below(bytes.Length)] = (byte)dice.Between(0x80, 0xFF);
        }

        return bytes;
    }

    private static string Once(string text, Dice dice)
    {
        int at = dice.Below(text.Length + 1);
        switch (dice.Below(7))
        {
            case 0:
                return text.Insert(at, dice.Of(Characters).ToString());
            case 1:
                return text.Remove(at, Math.Min(dice.Between(1, 6), text.Length - at));
            case 2:
                return text.Insert(at, dice.Of(Pieces));
            case 3:
                return text[..at];
            case 4 when at < text.Length:
                return string.Concat(text.AsSpan(0, at), dice.Of(Characters).ToString(), text.AsSpan(at + 1));
        }

        List<string> lines = [.. text.Split('\n')];
        int line = dice.Below(lines.Count);
        switch (dice.Below(7))
        {
            case 0:
                lines.RemoveAt(line);
                break;
            case 1:
                lines.Insert(line, lines[dice.Below(lines.Count)]);
                break;
            case 2:
                int other = dice.Below(lines.Count);
                (lines[line], lines[other]) = (lines[other], lines[line]);
                break;
            case 3:
                lines[line] = new string(' ', dice.Between(1, 4)) + lines[line];
                break;
            case 4:
                lines[line] = lines[line].TrimStart();
                break;
            case 5:
                int colon = lines[line].IndexOf(':', StringComparison.Ordinal);
                lines[line] = colon < 0 ? dice.Of(Pieces) : lines[line][..(colon + 1)] + " " + dice.Of(Pieces);
                break;
            default:
                lines[line] += dice.Of(Pieces);
                break;
        }

        return string.Join('\n', lines);
    }

    private static string Huge(string text, Dice dice)
    {
        int size = dice.Of([20, 500, 5_000, 70_000, 400_000]);
        string piece = dice.Below(12) switch
        {
            0 => new string('[', size),
            1 => new string('{', size),
            2 => string.Concat(Enumerable.Repeat("- ", size / 2)),
            3 => new string('x', size),
            4 => "\"" + new string('x', size) + "\"",
            5 => string.Concat(Enumerable.Range(0, size / 10).Select(number => $"k{number}: 1\n")),
            6 => "services:\n" + string.Concat(Enumerable.Range(0, size / 20).Select(number => $"- s{number}.service\n")),
            7 => string.Concat(Enumerable.Range(0, size / 50).Select(number => $"  - name: u{number}\n    serial: \"{number + 1000}\"\n")),
            8 => new string('\n', size),
            9 => new string(' ', size),
            10 => "[" + string.Concat(Enumerable.Repeat("a, ", size / 3)) + "]",
            _ => string.Concat(Enumerable.Range(0, size / 10).Select(number => $"? k{number}\n: 1\n")),
        };
        int at = dice.OneIn(2) ? text.Length : dice.Below(text.Length + 1);
        return text.Insert(at, piece);
    }
}
