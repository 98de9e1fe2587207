using Lvx.Core;
using Lvx.Core.Operations;
using Lvx.Tests.Core.Files;
using Lvx.Yaml;

namespace Lvx.Tests.Yaml;

public sealed class BaselineSaveTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 4, 26);
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void One_file_has_all_units_and_is_read_back()
    {
        LvxSettings[] units = [Baselines.Unit("a", serial: "1"), Baselines.Unit("b", serial: "2")];

        Assert.Equal([folder["both.yaml"]], BaselineFile.Save(units, folder["both.yaml"], replace: false, Day));

        Assert.Equal(units.Select(unit => Baselines.Seen(unit)), BaselineFile.Read(folder["both.yaml"]).Select(unit => Baselines.Seen(unit)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder["both.yaml"]));
    }

    [Fact]
    public void A_folder_takes_a_file_for_each_unit()
    {
        LvxSettings[] units = [Baselines.Unit("lvx6048-1"), Baselines.Unit("lvx6048-2")];

        IReadOnlyList<string> paths = BaselineFile.Save(units, folder.Path + "/", replace: false, Day);

        Assert.Equal(["2026-04-26-lvx6048-1.yaml", "2026-04-26-lvx6048-2.yaml"], paths.Select(Path.GetFileName));
        Assert.Equal(["lvx6048-1", "lvx6048-2"], paths.Select(path => Assert.Single(BaselineFile.Read(path)).Name));
    }

    [Fact]
    public void Names_become_names_of_files_and_never_fall_together()
    {
        (string Name, string? Serial)[] units =
        [
            ("../../etc/passwd", null), ("", null), ("...", "1"), (".hidden", null), ("a b", "96"), ("a/b", "97"), ("x", null), ("X", null), ("x-2", null), ("Größe", null), (new string('n', 300), null),
            ("y", "../1"), ("y", "../1"),
        ];

        IReadOnlyList<string> paths = BaselineFile.Save([.. units.Select(unit => Baselines.Unit(unit.Name, serial: unit.Serial))], folder.Path, replace: false, Day);

        Assert.Equal(
            ["-..-etc-passwd", "unit", "unit-1", "hidden", "a-b-96", "a-b-97", "x", "X-2", "x-2-2", "Gr--e", new string('n', 100), "y--1", "y--1-2"],
            paths.Select(path => Path.GetFileNameWithoutExtension(path)["2026-04-26-".Length..]));
        Assert.All(paths, path => Assert.Equal(folder.Path, Path.GetDirectoryName(path)));
        Assert.Equal(units.Length, folder.Names.Length);
    }

    [Fact]
    public void Where_one_name_is_taken_nothing_is_written_unless_it_is_to_be_replaced()
    {
        File.WriteAllText(folder["2026-04-26-b.yaml"], "old");
        LvxSettings[] units = [Baselines.Unit("a"), Baselines.Unit("b")];

        LvxException error = Assert.Throws<LvxException>(() => BaselineFile.Save(units, folder.Path, replace: false, Day));
        Assert.Equal((LvxError.FileExists, folder["2026-04-26-b.yaml"]), (error.Error, error.Device));
        Assert.Equal(["2026-04-26-b.yaml"], folder.Names);

        BaselineFile.Save(units, folder.Path, replace: true, Day);
        Assert.Equal("b", Assert.Single(BaselineFile.Read(folder["2026-04-26-b.yaml"])).Name);
    }

    [Fact]
    public void A_link_to_nowhere_is_a_name_that_is_taken()
    {
        File.CreateSymbolicLink(folder["2026-04-26-b.yaml"], folder["nowhere"]);

        LvxException error = Assert.Throws<LvxException>(() => BaselineFile.Save([Baselines.Unit("a"), Baselines.Unit("b")], folder.Path, replace: false, Day));

        Assert.Equal(LvxError.FileExists, error.Error);
        Assert.Equal(["2026-04-26-b.yaml"], folder.Names);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_not_made()
    {
        LvxException error = Assert.Throws<LvxException>(() => BaselineFile.Save([Baselines.Unit("a")], folder["missing"] + "/", replace: false, Day));

        Assert.Equal(LvxError.FileNotWritable, error.Error);
        Assert.EndsWith("cannot be written (there is no such folder).", error.Message, StringComparison.Ordinal);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void One_unit_does_not_go_into_one_file_twice()
    {
        LvxSettings[] units = [Baselines.Unit("a", "/dev/hidraw0"), Baselines.Unit("b", "/dev/ttyUSB0")];

        LvxException error = Assert.Throws<LvxException>(() => BaselineFile.Save(units, folder["both.yaml"], replace: false, Day));

        Assert.Equal(LvxError.ArgumentInvalid, error.Error);
        Assert.StartsWith("/dev/hidraw0 and /dev/ttyUSB0 are one unit, 96132206100001", error.Message, StringComparison.Ordinal);
        Assert.Empty(folder.Names);
    }
}
