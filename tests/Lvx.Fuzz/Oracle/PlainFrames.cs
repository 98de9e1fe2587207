namespace Lvx.Fuzz.Oracle;

/// <summary>The sound frames in some bytes, found the slow way: every caret is tried.</summary>
internal static class PlainFrames
{
    private const int Longest = 5 + 999;

    /// <summary>The sound frames in order, none within another: where each begins, and how long it is.</summary>
    public static List<(int Start, int Length)> In(byte[] bytes)
    {
        var frames = new List<(int Start, int Length)>();
        for (int i = 0; i < bytes.Length;)
        {
            int length = LengthAt(bytes, i);
            if (length > 0)
            {
                frames.Add((i, length));
            }

            i += Math.Max(length, 1);
        }

        return frames;
    }

    /// <summary>The bodies of all sound answers, those within others too.</summary>
    public static HashSet<string> AnswersIn(byte[] bytes)
    {
        var bodies = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i + 1 < bytes.Length; i++)
        {
            if (bytes[i + 1] == 'D' && LengthAt(bytes, i) is var length and > 0)
            {
                bodies.Add(System.Text.Encoding.Latin1.GetString(bytes, i + 5, length - 8));
            }
        }

        return bodies;
    }

    /// <summary>The length of the sound frame that begins at a place; 0 when none does.</summary>
    private static int LengthAt(byte[] bytes, int start)
    {
        if (bytes[start] != '^' || start + 5 > bytes.Length)
        {
            return 0;
        }

        char letter = (char)bytes[start + 1];
        if (letter is '0' or '1')
        {
            return bytes[start + 4] == 13 && bytes[start + 2] != 13 && bytes[start + 3] != 13 && PlainSum.Fits(bytes.AsSpan(start, 2), bytes[start + 2], bytes[start + 3]) ? 5 : 0;
        }

        if (letter is not ('D' or 'P' or 'S') || !IsDigit(bytes[start + 2]) || !IsDigit(bytes[start + 3]) || !IsDigit(bytes[start + 4]))
        {
            return 0;
        }

        int end = start + 5;
        while (end < bytes.Length && bytes[end] != 13)
        {
            end++;
        }

        int length = end - start + 1;
        if (end == bytes.Length || length is < 8 or > Longest || !PlainSum.Fits(bytes.AsSpan(start, length - 3), bytes[end - 2], bytes[end - 1]))
        {
            return 0;
        }

        // Two frames, the first of which lost its CR, have one fitting checksum: the length gives them away.
        int declared = int.Parse(System.Text.Encoding.ASCII.GetString(bytes, start + 2, 3), System.Globalization.CultureInfo.InvariantCulture);
        return declared + 5 != length && bytes.AsSpan(start + 1, length - 4).Contains((byte)'^') ? 0 : length;
    }

    private static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';
}
