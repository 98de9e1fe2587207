using System.Text;
using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Tests.Core.Files;
using Lvx.Yaml;

namespace Lvx.Tests.Yaml;

/// <summary>A baseline that was damaged on its way is refused, or says what it said before.</summary>
public sealed class BaselineDamageTests
{
    private static readonly byte[] Good = Encoding.ASCII.GetBytes(BaselineFile.Format([Baselines.Unit(), Baselines.Unit("lvx6048-2", "sim:pair/2", "96132206100002")]));

    [Fact]
    public void A_file_that_is_cut_off_anywhere_is_no_baseline()
    {
        string text = Encoding.ASCII.GetString(Good);
        for (int length = 0; length < Good.Length; length++)
        {
            if (length == Good.Length - 1)
            {
                Assert.Equal(2, Baselines.Parse(text[..length]).Count);
                continue;
            }

            LvxException error = Assert.Throws<LvxException>(() => Baselines.Parse(text[..length]));
            Assert.Equal(LvxError.BaselineInvalid, error.Error);
        }
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData((byte)' ')]
    [InlineData((byte)'\n')]
    [InlineData((byte)'\t')]
    [InlineData((byte)'\r')]
    [InlineData((byte)'#')]
    [InlineData((byte)'"')]
    [InlineData((byte)'\'')]
    [InlineData((byte)'\\')]
    [InlineData((byte)':')]
    [InlineData((byte)',')]
    [InlineData((byte)'-')]
    [InlineData((byte)'.')]
    [InlineData((byte)'0')]
    [InlineData((byte)'9')]
    [InlineData((byte)'a')]
    [InlineData((byte)'{')]
    [InlineData((byte)'[')]
    [InlineData((byte)'&')]
    [InlineData((byte)'|')]
    [InlineData((byte)'%')]
    [InlineData(0xFF)]
    [InlineData(-1)]
    [InlineData(-2)]
    [InlineData(-3)]
    public void A_changed_byte_is_found_or_changes_no_setting(int change)
    {
        IReadOnlyList<string>[] seen = [.. Baselines.Parse(Encoding.ASCII.GetString(Good)).Select(unit => Baselines.Seen(unit, valuesOnly: true))];
        using var folder = new TempFolder();
        int refused = 0;
        for (int offset = 0; offset < Good.Length; offset++)
        {
            byte[] damaged = Damaged(offset, change);
            IReadOnlyList<LvxSettings> units;
            try
            {
                units = change is 0xFF ? ReadFile(folder["damaged"], damaged) : Baselines.Parse(Encoding.ASCII.GetString(damaged));
            }
            catch (LvxException error)
            {
                Assert.True(error.Error is LvxError.BaselineInvalid or LvxError.FileNotReadable);
                refused++;
                continue;
            }

            Assert.Equal(2, units.Count);
            for (int unit = 0; unit < units.Count; unit++)
            {
                Assert.True(seen[unit].SequenceEqual(Baselines.Seen(units[unit], valuesOnly: true)), $"offset {offset}: {Encoding.Latin1.GetString(damaged, Math.Max(offset - 20, 0), 40)}");
                Assert.True(units[unit].SerialNumber is not null || change == 0, $"offset {offset}");
            }
        }

        Assert.True(refused > Good.Length / 2, $"{refused}");
    }

    // Below 0: a bit turned over, the byte left out, the byte twice.
    private static byte[] Damaged(int offset, int change) => change switch
    {
        -1 => [.. Good[..offset], (byte)(Good[offset] ^ 1), .. Good[(offset + 1)..]],
        -2 => [.. Good[..offset], .. Good[(offset + 1)..]],
        -3 => [.. Good[..(offset + 1)], .. Good[offset..]],
        _ => [.. Good[..offset], (byte)change, .. Good[(offset + 1)..]],
    };

    private static IReadOnlyList<LvxSettings> ReadFile(string path, byte[] content)
    {
        File.WriteAllBytes(path, content);
        return BaselineFile.Read(path);
    }
}
