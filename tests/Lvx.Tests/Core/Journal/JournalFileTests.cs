using System.Diagnostics;
using System.Globalization;
using Lvx.Core;
using Lvx.Core.Journal;

namespace Lvx.Tests.Core.Journal;

public sealed class JournalFileTests : JournalFolder
{
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode FolderMode = FileMode | UnixFileMode.UserExecute;

    // Nobody, on every Linux.
    private const int OtherUser = 65534;

    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void No_journal_is_an_empty_one()
    {
        var journal = new ChangeJournal(Path.Combine(Folder, "none", "journal.jsonl"));

        Assert.Empty(journal.Read());
        Assert.Empty(journal.OpenIntents());
        Assert.Null(journal.LastRun(null));
        Assert.Empty(Directory.GetFileSystemEntries(Folder));
    }

    [Fact]
    public void File_and_folders_are_made_for_their_owner_alone()
    {
        var journal = new ChangeJournal(Path.Combine(Folder, "state", "lvxps", "journal.jsonl"));
        journal.Append(Entry("r", 0, JournalEvent.Begun));

        Assert.Equal(FileMode, File.GetUnixFileMode(journal.FilePath));
        Assert.Equal(FolderMode, File.GetUnixFileMode(Path.Combine(Folder, "state")));
        Assert.Equal(FolderMode, File.GetUnixFileMode(Path.Combine(Folder, "state", "lvxps")));
        Assert.Single(journal.Read());
    }

    [Fact]
    public void Four_writers_at_once_make_whole_lines_and_lose_none()
    {
        string path = Path.Combine(Folder, "new", "journal.jsonl");
        OnThreads.ForEach(Enumerable.Range(0, 4), 4, writer =>
        {
            for (int step = 1; step <= 200; step++)
            {
                new ChangeJournal(path, TimeSpan.FromMinutes(1), new JournalDisk()).Append(
                    Entry($"r{writer}", step, step % 2 == 0 ? JournalEvent.Sent : JournalEvent.Intent) with { Text = new string('x', step * 20) });
            }
        });

        IReadOnlyList<JournalRecord> read = new ChangeJournal(path).Read();
        Assert.Equal(800, read.Count);
        Assert.All(read, record => Assert.Null(record.Damage));
        Assert.All(read.GroupBy(record => record.Entry!.Run), run => Assert.Equal(Enumerable.Range(1, 200), run.Select(record => record.Entry!.Step)));
    }

    [Fact]
    public void A_journal_that_was_moved_away_is_begun_anew()
    {
        ChangeJournal journal = Journal;
        journal.Append(Entry("r1", 0, JournalEvent.Begun));
        File.Move(FilePath, FilePath + ".1");
        journal.Append(Entry("r2", 0, JournalEvent.Begun));

        Assert.Equal("r2", Assert.Single(journal.Read()).Entry!.Run);
        Assert.Equal("r1", Assert.Single(new ChangeJournal(FilePath + ".1").Read()).Entry!.Run);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_is_moved_away_while_a_writer_waits_for_it_is_not_written_to(bool isReplaced)
    {
        Append(Entry("r1", 0, JournalEvent.Begun));
        Task append;
        using (Hold())
        {
            append = Task.Run(() => new ChangeJournal(FilePath, TimeSpan.FromMinutes(1), new JournalDisk()).Append(Entry("r2", 0, JournalEvent.Begun)), Token);
            await Task.Delay(200, Token);
            Assert.False(append.IsCompleted);
            File.Move(FilePath, FilePath + ".1");
            await File.WriteAllTextAsync(isReplaced ? FilePath : Path.Combine(Folder, "other"), "", Token);
        }

        await append;
        Assert.Equal("r2", Assert.Single(Journal.Read()).Entry!.Run);
        Assert.Equal("r1", Assert.Single(new ChangeJournal(FilePath + ".1").Read()).Entry!.Run);
    }

    [Fact]
    public void One_that_another_holds_is_waited_for_and_then_given_up()
    {
        Append(Entry("r", 0, JournalEvent.Begun));
        using (Hold())
        {
            var journal = new ChangeJournal(FilePath, TimeSpan.FromMilliseconds(200), new JournalDisk());
            var watch = Stopwatch.StartNew();
            LvxException written = Assert.Throws<LvxException>(() => journal.Append(Entry("r", 1, JournalEvent.Intent)));
            Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(190), TimeSpan.FromSeconds(30));
            LvxException read = Assert.Throws<LvxException>(() => journal.OpenIntents());

            Assert.Equal((LvxError.JournalNotWritable, LvxError.JournalNotReadable), (written.Error, read.Error));
            Assert.Equal($"{FilePath}: the journal cannot be written (another program holds it). Because of it, nothing was sent.", written.Message);
            Assert.Contains("try again", written.NextStep, StringComparison.Ordinal);
        }

        Append(Entry("r", 1, JournalEvent.Intent));
        Assert.Equal(2, Journal.Read().Count);
    }

    [Theory]
    [InlineData("symlink")]
    [InlineData("broken symlink")]
    [InlineData("fifo")]
    [InlineData("folder")]
    [InlineData("socket")]
    public async Task What_is_no_file_is_refused_at_once_and_left_alone(string what)
    {
        string target = Path.Combine(Folder, "target");
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, default);
        switch (what)
        {
            case "symlink":
                await File.WriteAllTextAsync(target, "kept", Token);
                File.CreateSymbolicLink(FilePath, target);
                break;
            case "broken symlink":
                File.CreateSymbolicLink(FilePath, target);
                break;
            case "fifo":
                Assert.Equal((0, "", ""), await Child.RunAsync(Child.Command("mkfifo", FilePath), TimeSpan.FromSeconds(30), Token));
                break;
            case "folder":
                Directory.CreateDirectory(FilePath);
                break;
            default:
                socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(FilePath));
                break;
        }

        var watch = Stopwatch.StartNew();
        LvxException written = Assert.Throws<LvxException>(() => Journal.Append(Entry("r", 1, JournalEvent.Intent)));
        LvxException read = Assert.Throws<LvxException>(() => Journal.Read());
        Assert.True(watch.Elapsed < AtOnce, $"took {watch.Elapsed}");
        Assert.Equal((LvxError.JournalNotWritable, LvxError.JournalNotReadable), (written.Error, read.Error));
        Assert.Contains("out of the way", written.NextStep, StringComparison.Ordinal);
        Assert.Equal(what == "symlink" ? "kept" : null, File.Exists(target) ? await File.ReadAllTextAsync(target, Token) : null);
    }

    [Fact]
    public async Task Another_users_file_is_refused()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can give a file away");
        Append(Entry("r", 0, JournalEvent.Begun));
        ProcessStartInfo chown = Child.Command("chown", OtherUser.ToString(CultureInfo.InvariantCulture), FilePath);
        Assert.Equal((0, "", ""), await Child.RunAsync(chown, TimeSpan.FromSeconds(30), Token));

        LvxException error = Assert.Throws<LvxException>(() => Journal.Append(Entry("r", 1, JournalEvent.Intent)));
        Assert.Contains("it belongs to another user", error.Message, StringComparison.Ordinal);
        Assert.Equal(LvxError.JournalNotReadable, Assert.Throws<LvxException>(() => Journal.Read()).Error);
    }

    [Theory]
    [InlineData("/proc/self/lvxps/journal.jsonl")]
    [InlineData("/dev/null/lvxps/journal.jsonl")]
    [InlineData("/proc/version")]
    public void Where_nothing_can_be_written_the_error_says_that_nothing_was_sent(string path)
    {
        LvxException error = Assert.Throws<LvxException>(() => new ChangeJournal(path).Append(Entry("r", 1, JournalEvent.Intent)));

        Assert.Equal(LvxError.JournalNotWritable, error.Error);
        Assert.StartsWith($"{path}: the journal cannot be written (", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("nothing was sent.", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.NextStep);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void What_is_no_name_of_a_file_is_a_mistake_of_the_program(string path) => Assert.Throws<ArgumentException>(() => new ChangeJournal(path));

    [Theory]
    [InlineData("/a/state", "/a/state/lvxps/journal.jsonl")]
    [InlineData("relative/state", "~/.local/state/lvxps/journal.jsonl")]
    [InlineData("", "~/.local/state/lvxps/journal.jsonl")]
    public void The_usual_journal_is_in_the_state_folder_of_the_user(string state, string expected)
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string? was = Environment.GetEnvironmentVariable("XDG_STATE_HOME");
        try
        {
            Environment.SetEnvironmentVariable("XDG_STATE_HOME", state);
            Assert.Equal(expected.Replace("~", home, StringComparison.Ordinal), ChangeJournal.DefaultPath);
        }
        finally
        {
            Environment.SetEnvironmentVariable("XDG_STATE_HOME", was);
        }
    }

    /// <summary>Holds the journal as another program would.</summary>
    private FileStream Hold() => new(FilePath, System.IO.FileMode.Open, FileAccess.ReadWrite, FileShare.None);
}
