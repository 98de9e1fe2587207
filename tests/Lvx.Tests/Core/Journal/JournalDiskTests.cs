using System.Runtime.InteropServices;
using Lvx.Core;
using Lvx.Core.Journal;
using Lvx.Core.Links.Native;

namespace Lvx.Tests.Core.Journal;

/// <summary>What reaches the disk when, and what a disk does that is full or broken.</summary>
public sealed class JournalDiskTests : JournalFolder
{
    [Theory]
    [InlineData(JournalEvent.Begun, true)]
    [InlineData(JournalEvent.Intent, true)]
    [InlineData(JournalEvent.Sent, false)]
    [InlineData(JournalEvent.Answered, false)]
    [InlineData(JournalEvent.Verified, true)]
    [InlineData(JournalEvent.Resolved, true)]
    [InlineData(JournalEvent.Ended, true)]
    public void A_record_is_one_write_and_is_synced_whole_before_the_caller_goes_on(JournalEvent happened, bool synced)
    {
        Append(Entry("r", 0, JournalEvent.Begun));
        long before = new FileInfo(FilePath).Length;
        JournalEntry entry = Entry("r", happened is JournalEvent.Begun or JournalEvent.Ended ? 0 : 1, happened);
        int length = JournalLine.Format(entry).Length;
        var disk = new ScriptedDisk(FilePath);
        On(disk).Append(entry);

        Assert.Equal(synced ? [$"write {length}", $"sync at {before + length}"] : [$"write {length}"], disk.Calls);
    }

    [Fact]
    public void The_names_of_new_folders_and_of_a_new_file_are_synced_before_the_first_record()
    {
        var disk = new ScriptedDisk(FilePath);
        new ChangeJournal(Path.Combine(Folder, "a", "b", "journal.jsonl"), TimeSpan.FromSeconds(30), disk).Append(Entry("r", 0, JournalEvent.Begun));

        Assert.Equal(["sync folder", "sync folder", "sync folder", "write", "sync"], disk.Calls.Select(call => call.TrimEnd([.. "0123456789 at"])));
        Assert.Equal([Folder, Path.Combine(Folder, "a"), Path.Combine(Folder, "a", "b")], disk.Folders);
    }

    [Fact]
    public void The_name_of_a_file_that_a_killed_run_left_empty_is_synced_too()
    {
        File.WriteAllText(FilePath, "");
        var disk = new ScriptedDisk(FilePath);
        On(disk).Append(Entry("r", 0, JournalEvent.Begun));

        Assert.Equal([Folder], disk.Folders);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void A_write_that_takes_less_than_all_is_continued(int atOnce)
    {
        File.WriteAllText(FilePath, "half a rec");
        var disk = new ScriptedDisk(FilePath) { AtOnce = atOnce };
        On(disk).Append(Entry("r", 1, JournalEvent.Intent));

        Assert.True(disk.Calls.Count > 3);
        Assert.Equal([false, true], Journal.Read().Select(record => record.Damage is null));
    }

    [Fact]
    public void A_write_that_a_signal_interrupts_is_made_again()
    {
        var disk = new ScriptedDisk(FilePath) { Interruptions = 2 };
        On(disk).Append(Entry("r", 1, JournalEvent.Intent));

        Assert.Null(Assert.Single(Journal.Read()).Damage);
    }

    [Theory]
    [InlineData(Errno.Enospc, "the disk is full")]
    [InlineData(Errno.Edquot, "this user's share of the disk is full")]
    [InlineData(Errno.Eio, "Input/output error")]
    [InlineData(0, "the disk is full")]
    public void A_disk_that_takes_half_a_record_is_an_error_and_the_half_stays_recognisable(int error, string why)
    {
        Append(Write("r1", 1));
        var disk = new ScriptedDisk(FilePath) { AtOnce = 50, Room = 120, ErrorWhenFull = error };
        LvxException thrown = Assert.Throws<LvxException>(() => On(disk).Append(Entry("r2", 1, JournalEvent.Intent)));

        Assert.Equal($"{FilePath}: the journal cannot be written ({why}). Because of it, nothing was sent.", thrown.Message);
        Assert.Equal(LvxError.JournalNotWritable, thrown.Error);
        Append(Entry("r3", 1, JournalEvent.Intent));
        Assert.Equal([true, true, true, true, false, true], Journal.Read().Select(record => record.Damage is null));
        Assert.Equal("r3", Assert.Single(Journal.OpenIntents()).Intent.Run);
    }

    [Theory]
    [InlineData(JournalEvent.Begun, "Because of it, nothing was sent.")]
    [InlineData(JournalEvent.Intent, "Because of it, nothing was sent.")]
    [InlineData(JournalEvent.Verified, "stays open in it")]
    [InlineData(JournalEvent.Resolved, "stays open in it")]
    [InlineData(JournalEvent.Ended, "only its end is missing")]
    public void A_record_that_is_not_surely_on_the_disk_is_an_error_that_says_what_follows(JournalEvent happened, string consequence)
    {
        Append(Entry("r", 0, JournalEvent.Begun));
        var disk = new ScriptedDisk(FilePath) { SyncError = Errno.Eio };
        LvxException error = Assert.Throws<LvxException>(
            () => On(disk).Append(Entry("r", happened is JournalEvent.Begun or JournalEvent.Ended ? 0 : 1, happened)));

        Assert.Equal(LvxError.JournalNotWritable, error.Error);
        Assert.Contains(consequence, error.Message, StringComparison.Ordinal);
        Assert.Contains("disk", error.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Errno.Eio, false)]
    [InlineData(Errno.Einval, true)]
    public void A_folder_that_cannot_be_synced_counts_only_where_folders_can_be(int error, bool isTaken)
    {
        var disk = new ScriptedDisk(FilePath) { FolderError = error };
        Exception? thrown = Record.Exception(() => On(disk).Append(Entry("r", 1, JournalEvent.Intent)));

        Assert.Equal(isTaken, thrown is null);
        Assert.Equal(isTaken ? 1 : 0, Journal.Read().Count);
    }

    private ChangeJournal On(JournalDisk disk) => new(FilePath, TimeSpan.FromSeconds(30), disk);

    private sealed class ScriptedDisk(string path) : JournalDisk
    {
        public List<string> Calls { get; } = [];

        public List<string> Folders { get; } = [];

        public int AtOnce { get; init; } = int.MaxValue;

        public int Room { get; set; } = int.MaxValue;

        public int ErrorWhenFull { get; init; }

        public int Interruptions { get; set; }

        public int SyncError { get; init; }

        public int FolderError { get; init; }

        public override int Write(SafeHandle file, ReadOnlySpan<byte> bytes)
        {
            Calls.Add($"write {bytes.Length}");
            if (Interruptions-- > 0)
            {
                return -Errno.Eintr;
            }

            if (Room <= 0)
            {
                return -ErrorWhenFull;
            }

            int count = base.Write(file, bytes[..Math.Min(bytes.Length, Math.Min(AtOnce, Room))]);
            Room -= count;
            return count;
        }

        public override int Sync(SafeHandle fileOrFolder)
        {
            string what = File.ResolveLinkTarget($"/proc/self/fd/{fileOrFolder.DangerousGetHandle()}", returnFinalTarget: false)!.FullName;
            if (Directory.Exists(what))
            {
                Calls.Add("sync folder");
                Folders.Add(what);
                return FolderError;
            }

            Calls.Add(what == path ? $"sync at {new FileInfo(what).Length}" : "sync");
            return SyncError != 0 ? SyncError : base.Sync(fileOrFolder);
        }
    }
}
