using Lvx.Core;
using Lvx.Core.Links;
using Lvx.Core.Recording;
using Lvx.Core.Sessions;
using Lvx.Pi18;
using Lvx.Tests.Core.Sessions;
using static Lvx.Tests.Core.Sessions.ScriptedUnit;

namespace Lvx.Tests.Core.Recording;

public sealed class TranscriptTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lvx").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string FilePath => Path.Combine(folder, "talk.log");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Every_frame_is_a_line_with_time_device_direction_hex_and_text()
    {
        Record(new ScriptedUnit(), session => session.Ask(WorkingMode.Query, Token));

        string[] lines = File.ReadAllLines(FilePath);
        Assert.Equal("# lvxps transcript 1", lines[0]);
        Assert.Equal(["=", ">", "<", ">", "<", ">", "<"], lines.Skip(1).Select(line => line.Split('\t')[2]));
        string[] answer = lines[^1].Split('\t');
        Assert.EndsWith("Z", answer[0], StringComparison.Ordinal);
        Assert.Equal("scripted", answer[1]);
        Assert.Equal("5e4430303530 35d99f0d".Replace(" ", "", StringComparison.Ordinal), answer[3]);
        Assert.Equal(@"^D00505\xd9\x9f\x0d", answer[4]);
    }

    [Fact]
    public void Only_its_owner_may_read_the_file()
    {
        Record(new ScriptedUnit(), _ => { });

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
    }

    [Fact]
    public void A_recording_plays_back_to_the_same_values()
    {
        Record(new ScriptedUnit(), session => session.Ask(GeneralStatus.Query, Token));

        using Session session = Play();
        Assert.Equal(55.1m, session.Ask(GeneralStatus.Query, Token).Answer.BatteryVoltage);
        session.Finish();
    }

    [Fact]
    public void Damage_and_retries_play_back_as_they_were()
    {
        byte[] damaged = Frame(Body("GS"));
        damaged[30] ^= 2;
        var unit = new ScriptedUnit { Script = Except((command, time) => (command, time) is ("GS", 1) ? [Now([.. "noise"u8, .. damaged])] : null) };
        Record(unit, session => session.Ask(GeneralStatus.Query, Token));

        using Session session = Play();
        Assert.Equal(55.1m, session.Ask(GeneralStatus.Query, Token).Answer.BatteryVoltage);
        session.Finish();
    }

    [Fact]
    public void A_recorded_loss_of_the_device_plays_back_with_the_reopening_behind_it()
    {
        var unit = new ScriptedUnit { Script = Except((command, time) => (command, time) is ("GS", 1) ? [Lost(5)] : null) };
        Record(unit, session => session.Ask(GeneralStatus.Query, Token));

        using Session session = Play();
        Assert.Equal(55.1m, session.Ask(GeneralStatus.Query, Token).Answer.BatteryVoltage);
        session.Finish();
    }

    [Fact]
    public void A_recorded_time_out_times_out_again()
    {
        var unit = new ScriptedUnit { Script = Except((command, _) => command is "PI" or "ID" ? null : []) };
        Record(unit, session => Assert.Throws<LvxException>(() => session.Ask(GeneralStatus.Query, Token)));

        using Session session = Play();
        LvxException error = Assert.Throws<LvxException>(() => session.Ask(GeneralStatus.Query, Token));
        Assert.Equal(LvxError.DeviceTimeout, error.Error);
    }

    [Fact]
    public void A_question_that_differs_fails_and_names_the_line()
    {
        Record(new ScriptedUnit(), session => session.Ask(WorkingMode.Query, Token));

        using Session session = Play();
        LvxException error = Assert.Throws<LvxException>(() => session.Ask(GeneralStatus.Query, Token));

        Assert.Equal(LvxError.ReplayFailed, error.Error);
        Assert.Contains("line 7", error.Message, StringComparison.Ordinal);
        Assert.Contains("^P005GS", error.Message, StringComparison.Ordinal);
        Assert.Contains("^P006MOD", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_left_over_fail_at_the_end()
    {
        Record(new ScriptedUnit(), session => session.Ask(WorkingMode.Query, Token));

        using Session session = Play();
        LvxException error = Assert.Throws<LvxException>(session.Finish);

        Assert.Equal(LvxError.ReplayFailed, error.Error);
        Assert.Contains("line 7", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recording_of_two_devices_plays_as_two()
    {
        using (TranscriptFile log = TranscriptFile.Create(FilePath))
        {
            foreach (string device in (string[])["one", "two"])
            {
                using Session session = Session.Open(device, _ => new ScriptedUnit().Open(), Sessions.Sessions.Options, log, Token);
            }
        }

        Assert.Equal([$"replay:{FilePath}#1", $"replay:{FilePath}#2"], new LinkRegistry().Expand($"replay:{FilePath}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# something else\n")]
    [InlineData("# lvxps transcript 1\n")]
    [InlineData("# lvxps transcript 1\nnot a line\n")]
    [InlineData("# lvxps transcript 1\n2026-04-26T12:00:00.000000Z\td\t>\txyz\tt\n")]
    public void What_is_no_transcript_is_refused(string content)
    {
        File.WriteAllText(FilePath, content);

        LvxException error = Assert.Throws<LvxException>(() => new LinkRegistry().Expand($"replay:{FilePath}"));

        Assert.Equal(LvxError.ReplayFailed, error.Error);
        Assert.Contains(FilePath, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_named()
    {
        LvxException error = Assert.Throws<LvxException>(() => TranscriptFile.Create(Path.Combine(folder, "missing", "talk.log")));

        Assert.Equal(LvxError.FileNotWritable, error.Error);
        Assert.Contains("talk.log", error.Message, StringComparison.Ordinal);
    }

    private void Record(ScriptedUnit unit, Action<Session> talk)
    {
        using TranscriptFile log = TranscriptFile.Create(FilePath);
        using Session session = Session.Open("scripted", _ => unit.Open(), Sessions.Sessions.Options, log, Token);
        talk(session);
    }

    private Session Play()
    {
        var links = new LinkRegistry();
        string device = Assert.Single(links.Expand($"replay:{FilePath}"));
        return Session.Open(device, token => links.Open(device, new LinkOptions(), token), Sessions.Sessions.Options, null, Token);
    }
}
