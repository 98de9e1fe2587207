using Lvx.Core;
using Lvx.Core.Files;

namespace Lvx.Tests.Core.Files;

public sealed class WholeFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_new_file_has_all_bytes_and_is_its_owners_alone(bool mayBeNameless)
    {
        byte[] content = [.. Enumerable.Range(0, 300_000).Select(i => (byte)i)];

        WholeFile.Write(folder["new"], content, replace: false, mayBeNameless);

        Assert.Equal(content, File.ReadAllBytes(folder["new"]));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder["new"]));
        Assert.Equal(["new"], folder.Names);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_is_there_is_kept(bool mayBeNameless)
    {
        File.WriteAllText(folder["there"], "old");

        LvxException error = Assert.Throws<LvxException>(() => WholeFile.Write(folder["there"], "new"u8, replace: false, mayBeNameless));

        Assert.Equal(LvxError.FileExists, error.Error);
        Assert.Equal("old", File.ReadAllText(folder["there"]));
        Assert.Equal(["there"], folder.Names);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_is_there_is_replaced_on_demand_and_readers_of_the_old_one_keep_it(bool mayBeNameless)
    {
        File.WriteAllText(folder["there"], "old and longer");
        File.SetUnixFileMode(folder["there"], UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        using var reader = new StreamReader(folder["there"]);

        WholeFile.Write(folder["there"], "new"u8, replace: true, mayBeNameless);

        Assert.Equal("old and longer", reader.ReadToEnd());
        Assert.Equal("new", File.ReadAllText(folder["there"]));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder["there"]));
        Assert.Equal(["there"], folder.Names);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Replacing_what_is_not_there_writes_it(bool mayBeNameless)
    {
        WholeFile.Write(folder["new"], "new"u8, replace: true, mayBeNameless);

        Assert.Equal("new", File.ReadAllText(folder["new"]));
        Assert.Equal(["new"], folder.Names);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void A_symbolic_link_is_replaced_or_kept_and_never_followed(bool mayBeNameless, bool dangling)
    {
        if (!dangling)
        {
            File.WriteAllText(folder["aim"], "aim");
        }

        File.CreateSymbolicLink(folder["link"], folder["aim"]);

        LvxException error = Assert.Throws<LvxException>(() => WholeFile.Write(folder["link"], "new"u8, replace: false, mayBeNameless));
        Assert.Equal(LvxError.FileExists, error.Error);
        Assert.Equal(folder["aim"], new FileInfo(folder["link"]).LinkTarget);

        WholeFile.Write(folder["link"], "new"u8, replace: true, mayBeNameless);
        Assert.Null(new FileInfo(folder["link"]).LinkTarget);
        Assert.Equal("new", File.ReadAllText(folder["link"]));
        Assert.Equal(dangling ? ["link"] : ["aim", "link"], folder.Names);
        Assert.Equal(dangling ? null : "aim", dangling ? null : File.ReadAllText(folder["aim"]));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void A_folder_is_no_file_to_be_written(bool mayBeNameless, bool replace)
    {
        Directory.CreateDirectory(folder["sub"]);

        LvxException error = Assert.Throws<LvxException>(() => WholeFile.Write(folder["sub"], "new"u8, replace, mayBeNameless));

        Assert.Equal((LvxError.FileNotWritable, $"{folder["sub"]}: cannot be written (it is a folder)."), (error.Error, error.Message));
        Assert.Equal(["sub"], folder.Names);
    }

    [Theory]
    [InlineData("missing/new", "there is no such folder")]
    [InlineData("file/new", "a part of its path is no folder")]
    [InlineData("sub/", "this is no name of a file")]
    [InlineData("a\0b", "this is no name of a file")]
    [InlineData("..", "this is no name of a file")]
    public void Where_no_file_can_be_the_cause_is_said(string name, string cause)
    {
        File.WriteAllText(folder["file"], "");
        string path = folder.Path + "/" + name;

        LvxException error = Assert.Throws<LvxException>(() => WholeFile.Write(path, "new"u8, replace: false));

        Assert.Equal(LvxError.FileNotWritable, error.Error);
        Assert.EndsWith($"cannot be written ({cause}).", error.Message, StringComparison.Ordinal);
        Assert.Equal(["file"], folder.Names);
    }

    [Fact]
    public void A_name_that_is_too_long_is_told()
    {
        LvxException error = Assert.Throws<LvxException>(() => WholeFile.Write(folder[new string('a', 300)], "new"u8, replace: false));

        Assert.EndsWith("cannot be written (its name is too long).", error.Message, StringComparison.Ordinal);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void An_empty_file_is_a_file()
    {
        WholeFile.Write(folder["empty"], [], replace: false);

        Assert.Equal(0, new FileInfo(folder["empty"]).Length);
    }

    [Fact]
    public void Of_many_who_write_one_name_at_once_one_wins_and_the_file_is_whole()
    {
        int won = 0;
        Parallel.For(0, 32, i =>
        {
            try
            {
                WholeFile.Write(folder["one"], Enumerable.Repeat((byte)i, 5000).ToArray(), replace: false, mayBeNameless: i % 2 == 0);
                Interlocked.Increment(ref won);
            }
            catch (LvxException error) when (error.Error == LvxError.FileExists)
            {
            }
        });

        Assert.Equal(1, won);
        Assert.Single(File.ReadAllBytes(folder["one"]).Distinct());
        Assert.Equal(["one"], folder.Names);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_for_all_to_read_has_its_mode_whatever_the_umask(bool mayBeNameless)
    {
        using var folder = new TempFolder();
        const UnixFileMode mode = (UnixFileMode)0b110_110_110;
        WholeFile.Write(folder["a"], "x"u8, replace: false, mayBeNameless, mode);
        Assert.Equal(mode, File.GetUnixFileMode(folder["a"]));
        WholeFile.Write(folder["a"], "y"u8, replace: true, mayBeNameless);
        Assert.Equal((UnixFileMode)0b110_000_000, File.GetUnixFileMode(folder["a"]));
    }
}
