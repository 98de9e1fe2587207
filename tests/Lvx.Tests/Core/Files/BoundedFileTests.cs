using System.Diagnostics;
using Lvx.Core;
using Lvx.Core.Files;

namespace Lvx.Tests.Core.Files;

public sealed class BoundedFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("plain\nlines\r\n")]
    [InlineData("Grüße, 电, 🔋")]
    public void Text_is_read_as_it_is(string text)
    {
        File.WriteAllText(folder["text"], text);

        Assert.Equal(text, BoundedFile.ReadText(folder["text"], 100));
    }

    [Fact]
    public void A_byte_order_mark_is_no_text()
    {
        File.WriteAllBytes(folder["text"], [0xEF, 0xBB, 0xBF, (byte)'a']);

        Assert.Equal("a", BoundedFile.ReadText(folder["text"], 100));
    }

    [Fact]
    public void As_much_as_the_limit_is_read_and_a_byte_more_is_refused()
    {
        File.WriteAllText(folder["most"], new string('a', 1 << 20));
        File.WriteAllText(folder["more"], new string('a', (1 << 20) + 1));

        Assert.Equal(1 << 20, BoundedFile.ReadText(folder["most"], 1 << 20).Length);
        Refused("more", "it is larger than 1 MB, which no such file is.", 1 << 20);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_told_with_their_line()
    {
        File.WriteAllBytes(folder["text"], [0xEF, 0xBB, 0xBF, .. "one\ntwo\nthr"u8, 0xE9, .. "e\nfour\n"u8]);
        File.WriteAllBytes(folder["cut"], [.. "one\n"u8, 0xE2, 0x82]);

        Refused("text", "line 3 has bytes that are no text in UTF-8.");
        Refused("cut", "line 2 has bytes that are no text in UTF-8.");
    }

    [Fact]
    public void What_is_not_there_or_is_a_folder_is_told()
    {
        Directory.CreateDirectory(folder["sub"]);
        File.WriteAllText(folder["file"], "");

        Refused("missing", "there is no such file.");
        Refused("sub", "it is a folder, not a file.");
        Refused("file/x", "it cannot be read: a part of its path is no folder.");
        Assert.Throws<LvxException>(() => BoundedFile.ReadText("", 100));
        Assert.Throws<LvxException>(() => BoundedFile.ReadText("a\0b", 100));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_pipe_that_nobody_writes_to_is_refused_at_once()
    {
        using (var make = Process.Start("mkfifo", [folder["pipe"]]))
        {
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await Task.Run(() => Refused("pipe", "it is a pipe or a device, not a file."), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_device_is_refused()
    {
        LvxException error = Assert.Throws<LvxException>(() => BoundedFile.ReadText("/dev/zero", 100));

        Assert.Equal("/dev/zero: it is a pipe or a device, not a file.", error.Message);
    }

    private void Refused(string name, string why, int maxBytes = 1000)
    {
        LvxException error = Assert.Throws<LvxException>(() => BoundedFile.ReadText(folder[name], maxBytes));
        Assert.Equal((LvxError.FileNotReadable, $"{folder[name]}: {why}"), (error.Error, error.Message));
    }
}
