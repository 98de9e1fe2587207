using Lvx.Fuzz.Running;

namespace Lvx.Fuzz.Mutations;

/// <summary>Changes bytes of any kind as disks, editors and killed programs do.</summary>
internal static class ByteMutation
{
    public static byte[] Mutate(byte[] bytes, Dice dice)
    {
        for (int times = dice.Between(1, 3); times > 0 && bytes.Length > 0; times--)
        {
            int at = dice.Below(bytes.Length);
            int length = Math.Min(dice.OneIn(6) ? dice.Below(bytes.Length) : dice.Between(1, 4), bytes.Length - at);
            switch (dice.Below(8))
            {
                case 0:
                    bytes = [.. bytes];
                    bytes[at] ^= (byte)(1 << dice.Below(8));
                    break;
                case 1:
                    bytes = [.. bytes];
                    bytes[at] = dice.Byte();
                    break;
                case 2:
                    bytes = [.. bytes[..at], .. bytes[(at + length)..]];
                    break;
                case 3:
                    bytes = [.. bytes[..at], (byte)dice.Of("\"{}[],:\\u0\tn\n\0-9<>=!?#"), .. bytes[at..]];
                    break;
                case 4:
                    bytes = bytes[..at];
                    break;
                case 5:
                    bytes = [.. bytes[..at], .. bytes[at..(at + length)], .. bytes[at..]];
                    break;
                case 6:
                    bytes = [.. bytes[..at], .. new byte[length], .. bytes[(at + length)..]];
                    break;
                default:
                    byte[] digits = System.Text.Encoding.ASCII.GetBytes(dice.Digits(dice.Between(1, 20)));
                    bytes = [.. bytes[..at], .. digits, .. bytes[at..]];
                    break;
            }
        }

        return bytes;
    }
}
