using System.Diagnostics;
using Lvx.Core;
using Lvx.Core.Links;
using Lvx.Core.Recording;
using Lvx.Core.Sessions;
using Lvx.Pi18;
using Lvx.Tests.Core.Files;

namespace Lvx.Tests.Core.Recording;

/// <summary>A recording is data from anywhere: damaged, changed, or no file at all, it is a named error, and nothing in it steers a terminal.</summary>
public sealed class TranscriptDamageTests : IDisposable
{
    private const string Head = "# lvxps transcript 1\n2026-04-26T12:00:00.000000Z\td\t=\t\t\n";

    private readonly TempFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Device => "replay:" + folder["talk.log"];

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("replay:")]
    [InlineData("replay:a\0b")]
    [InlineData("replay:/")]
    [InlineData("replay:/dev/zero")]
    [InlineData("replay:/dev/null")]
    [InlineData("replay:/proc/self/mem")]
    public void What_is_no_file_is_a_named_error(string device) => Assert.Equal(LvxError.ReplayFailed, Refused(device).Error);

    [Fact]
    public async Task A_pipe_is_not_waited_for()
    {
        using (Process make = Process.Start("mkfifo", [folder["talk.log"]]))
        {
            await make.WaitForExitAsync(Token);
        }

        LvxException error = await Task.Run(() => Refused(Device), Token).WaitAsync(TimeSpan.FromSeconds(20), Token);

        Assert.Equal(LvxError.ReplayFailed, error.Error);
    }

    [Theory]
    [InlineData("2026-04-26T12:00:00.000000Z\td\u001b[31m\t>\t00\tt\n")]
    [InlineData("2026-04-26T12:00:00.000000Z\td\t!\t\tDeviceLost \u001b]0;x\u0007\n")]
    [InlineData("2026-04-26T12:00:00.000000Z\td\t!\t\tDeviceLost \u202e\n")]
    public void Text_that_a_recording_would_not_have_is_refused(string line)
    {
        File.WriteAllText(folder["talk.log"], Head + line);

        LvxException error = Refused(Device);

        Assert.Contains("line 3", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Message, c => char.IsControl(c) || c == '\u202e');
    }

    [Theory]
    [InlineData("DeviceTimeout the port is taken", LvxError.DeviceTimeout)]
    [InlineData("77 x", LvxError.ReplayFailed)]
    [InlineData("-3 x", LvxError.ReplayFailed)]
    [InlineData("2 x", LvxError.ReplayFailed)]
    [InlineData("DeviceTimeout,DeviceLost x", LvxError.ReplayFailed)]
    [InlineData("", LvxError.ReplayFailed)]
    public void A_recorded_failure_has_a_name_that_there_is(string text, LvxError expected)
    {
        File.WriteAllText(folder["talk.log"], $"# lvxps transcript 1\n2026-04-26T12:00:00.000000Z\td\t!\t\t{text}\n");

        LvxException error = Assert.Throws<LvxException>(() => new LinkRegistry().Open(Device, new LinkOptions(), Token));

        Assert.Equal(expected, error.Error);
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59.000000Z")]
    [InlineData("0001-01-01T00:00:00.000000Z")]
    public async Task A_date_that_was_changed_keeps_nobody_waiting(string time)
    {
        string request = Convert.ToHexStringLower(ProtocolId.Query.Request.Span);
        File.WriteAllText(folder["talk.log"], $"{Head}2026-04-26T12:00:00.000000Z\td\t>\t{request}\t\n{time}\td\t<\t5e4430303531383b030d\t\n");
        var options = new SessionOptions { QueryTimeout = TimeSpan.FromMilliseconds(60) };
        var links = new LinkRegistry();

        Task<LvxException> played = Task.Run(() => Assert.Throws<LvxException>(() => Session.Open(Device, token => links.Open(Device, new LinkOptions(), token), options, null, Token)), Token);
        LvxException error = await played.WaitAsync(TimeSpan.FromSeconds(20), Token);

        Assert.Contains(error.Error, (LvxError[])[LvxError.DeviceTimeout, LvxError.ReplayFailed]);
    }

    [Fact]
    public void A_transcript_that_is_begun_anew_is_its_owners_alone_whatever_the_old_one_was()
    {
        File.WriteAllText(folder["talk.log"], "old");
        File.SetUnixFileMode(folder["talk.log"], (UnixFileMode)0b110_110_110);

        TranscriptFile.Create(folder["talk.log"]).Dispose();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder["talk.log"]));
        Assert.StartsWith("# lvxps transcript 1", File.ReadAllText(folder["talk.log"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_transcript_is_not_written_through_a_symbolic_link(bool isThere)
    {
        if (isThere)
        {
            File.WriteAllText(folder["precious"], "precious");
        }

        File.CreateSymbolicLink(folder["talk.log"], folder["precious"]);

        LvxException error = Assert.Throws<LvxException>(() => TranscriptFile.Create(folder["talk.log"]));

        Assert.Equal(LvxError.FileNotWritable, error.Error);
        Assert.Equal(isThere, File.Exists(folder["precious"]) && File.ReadAllText(folder["precious"]) == "precious");
        Assert.NotNull(new FileInfo(folder["talk.log"]).LinkTarget);
    }

    [Fact]
    public void A_device_is_no_place_for_a_transcript() =>
        Assert.Equal(LvxError.FileNotWritable, Assert.Throws<LvxException>(() => TranscriptFile.Create("/dev/null")).Error);

    private static LvxException Refused(string device) => Assert.Throws<LvxException>(() => new LinkRegistry().Expand(device));
}
