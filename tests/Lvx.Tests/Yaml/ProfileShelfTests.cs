using Lvx.Core;
using Lvx.Tests.Core.Files;
using Lvx.Yaml;

namespace Lvx.Tests.Yaml;

public sealed class ProfileShelfTests : IDisposable
{
    private readonly TempFolder own = new();
    private readonly TempFolder shipped = new();
    private readonly ProfileShelf shelf;

    public ProfileShelfTests() => shelf = new ProfileShelf([own["missing"], own.Path, shipped.Path]);

    public void Dispose()
    {
        own.Dispose();
        shipped.Dispose();
    }

    [Fact]
    public void Of_two_with_one_name_the_one_in_the_earlier_folder_counts()
    {
        Put(own, "agm", "mine");
        Put(shipped, "agm", "theirs");
        Put(shipped, "gel", "theirs");
        Put(own, "zinc", "mine");

        Assert.Equal(["agm mine", "gel theirs", "zinc mine"], shelf.List().Select(outcome => $"{outcome.Profile!.Name} {outcome.Profile.Title}"));
        Assert.Equal(["agm", "gel", "zinc"], shelf.Names());
        Assert.Equal("mine", shelf.Find("agm").Title);
        Assert.Equal("theirs", shelf.Find("gel").Title);
    }

    [Fact]
    public void What_is_no_profile_stands_in_its_place_as_an_error_and_hides_nothing_else()
    {
        File.WriteAllText(own["agm.yaml"], "broken: [");
        Put(shipped, "agm", "theirs");
        Put(shipped, "gel", "theirs");
        File.WriteAllText(shipped["profile.schema.json"], "{}");
        File.WriteAllText(shipped[".hidden.yaml"], "");
        Directory.CreateDirectory(shipped["folder.yaml"]);

        ProfileOutcome[] outcomes = [.. shelf.List()];

        Assert.Equal([(own["agm.yaml"], LvxError.ProfileInvalid), (shipped["gel.yaml"], null)], outcomes.Select(outcome => (outcome.Path, outcome.Error?.Error)));
        Assert.Equal([true, false], outcomes.Select(outcome => outcome.Profile is null));
        Assert.Equal(LvxError.ProfileInvalid, Assert.Throws<LvxException>(() => shelf.Find("agm")).Error);
    }

    [Fact]
    public void A_path_is_read_as_a_file_and_a_name_never_is()
    {
        Put(own, "agm", "mine");
        using var elsewhere = new TempFolder();
        Put(elsewhere, "secret", "elsewhere");

        Assert.Equal("elsewhere", shelf.Find(elsewhere["secret.yaml"]).Title);
        Assert.Equal(LvxError.FileNotReadable, Assert.Throws<LvxException>(() => shelf.Find("nowhere.yml")).Error);
        Assert.Equal(LvxError.FileNotReadable, Assert.Throws<LvxException>(() => shelf.Find($"../{Path.GetFileName(elsewhere.Path)}/secret")).Error);
        Assert.All(["..", ".", "", "\0", "AGM", "agm ", "*"], name => Assert.Equal(LvxError.ProfileNotFound, Assert.Throws<LvxException>(() => shelf.Find(name)).Error));
    }

    [Fact]
    public void Who_asks_for_what_is_not_there_is_told_what_is()
    {
        LvxException none = Assert.Throws<LvxException>(() => shelf.Find("agm"));
        Put(own, "gel", "mine");
        Put(shipped, "flooded", "theirs");
        LvxException other = Assert.Throws<LvxException>(() => shelf.Find("agm\u001b"));

        Assert.Equal("There is no profile agm, nor any other.", none.Message);
        Assert.Equal("There is no profile agm\\x1b; there are flooded, gel.", other.Message);
    }

    private static void Put(TempFolder folder, string name, string title) => File.WriteAllText(
        folder[name + ".yaml"],
        $$"""
        schema: lvxps-profile/1
        name: {{name}}
        title: {{title}}
        source: a test
        units: { voltage: V, current: A }
        settings:
          battery_type: {{(name == "agm" ? "agm" : "user")}}
        """);
}
