using Lvx.Core.Services;
using Lvx.Tests.Core.Files;

namespace Lvx.Tests.Core.Services;

public sealed class CommandRunnerTests : IDisposable
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const uint Nobody = 65534;

    private readonly TempFolder folder = new();

    private string Command => folder["lvx-test-command"];

    public CommandRunnerTests()
    {
        File.WriteAllText(Command, "#!/bin/sh\n");
        File.SetUnixFileMode(Command, Own);
        File.SetUnixFileMode(folder.Path, Own);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_command_is_found_in_the_absolute_folders_of_the_path() =>
        Assert.Equal(Command, CommandRunner.Find("lvx-test-command", $"relative:.::{folder.Path}", isRoot: true));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("relative:./x")]
    public void The_folder_that_is_current_is_none(string path) => Assert.Null(CommandRunner.Find("lvx-test-command", path, isRoot: false));

    [Fact]
    public void Root_runs_no_command_out_of_a_folder_that_others_may_write_to()
    {
        File.SetUnixFileMode(folder.Path, Own | UnixFileMode.OtherWrite);

        Assert.Null(CommandRunner.Find("lvx-test-command", folder.Path, isRoot: true));
        Assert.Equal(Command, CommandRunner.Find("lvx-test-command", folder.Path, isRoot: false));
    }

    [Fact]
    public void Root_runs_no_command_that_others_may_write()
    {
        File.SetUnixFileMode(Command, Own | UnixFileMode.GroupWrite);

        Assert.Null(CommandRunner.Find("lvx-test-command", folder.Path, isRoot: true));
    }

    [Theory]
    [InlineData("")]
    [InlineData("lvx-test-command")]
    public void Root_runs_no_command_of_another_user(string name)
    {
        Assert.SkipUnless(Environment.UserName == "root", "only root gives files away");
        Assert.Equal(0, Owner.Change(Path.Combine(folder.Path, name), Nobody));

        Assert.Null(CommandRunner.Find("lvx-test-command", folder.Path, isRoot: true));
    }
}
