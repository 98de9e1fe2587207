using System.Text;
using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Tests.Core.Files;
using Lvx.Yaml;

namespace Lvx.Tests.Yaml;

/// <summary>A baseline that was damaged on its way is refused, or says what it said before.</summary>
public sealed class BaselineDamageTests
{
    private static readonly byte[] Good = Encoding.ASCII.GetBytes(BaselineFile.Format([Baselines.Unit()]));
    private static readonly string Two = BaselineFile.Format([Baselines.Unit(), Baselines.Unit("lvx6048-2", "sim:pair/2", "96132206100002")]);

    [Fact]
    public void A_file_that_is_cut_off_anywhere_is_no_baseline()
    {
        for (int length = 0; length < Two.Length - 1; length += LongRun.Step)
        {
            LvxException error = Assert.Throws<LvxException>(() => Baselines.Parse(Two[..length]));
            Assert.Equal(LvxError.BaselineInvalid, error.Error);
        }

        Assert.Equal(2, Baselines.Parse(Two[..^1]).Count);
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData((byte)' ')]
    [InlineData((byte)'\n')]
    [InlineData((byte)'#')]
    [InlineData((byte)'"')]
    [InlineData((byte)'\\')]
    [InlineData((byte)':')]
    [InlineData((byte)'-')]
    [InlineData((byte)'0')]
    [InlineData((byte)'a')]
    [InlineData((byte)'&')]
    [InlineData(0xFF)]
    [InlineData(-1)]
    [InlineData(-2)]
    [InlineData(-3)]
    public void A_changed_byte_is_found_or_changes_no_setting(int change)
    {
        IReadOnlyList<string> seen = Baselines.Seen(Baselines.Unit(), valuesOnly: true);
        using var folder = new TempFolder();
        int refused = 0;
        for (int offset = 0; offset < Good.Length; offset += LongRun.Step)
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

            LvxSettings unit = Assert.Single(units);
            string near = Encoding.Latin1.GetString(damaged.AsSpan()[Math.Max(offset - 20, 0)..Math.Min(offset + 20, damaged.Length)]);
            Assert.True(seen.SequenceEqual(Baselines.Seen(unit, valuesOnly: true)), $"offset {offset}: {near}");
            Assert.True(unit.SerialNumber is not null, $"offset {offset}: {near}");
        }

        Assert.True(refused > Good.Length / LongRun.Step / 2, $"{refused}");
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
