using System.Runtime.InteropServices;
using Lvx.Core.Files;
using Lvx.Core.Links.Native;

namespace Lvx.Core.Operations;

/// <summary>Where a maintenance writes down what it stopped. One at a time has it; the kernel takes it back when that one dies.</summary>
internal sealed class MaintenanceFolder : IDisposable
{
    private const UnixFileMode ForAllToSee = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly FileDescriptor held;
    private readonly string record;
    private readonly string flag;

    private MaintenanceFolder(FileDescriptor held, string folder)
    {
        this.held = held;
        record = Path.Combine(folder, "maintenance.json");
        flag = Path.Combine(folder, "maintenance");
    }

    /// <exception cref="LvxException">Another maintenance has it, or it cannot be written.</exception>
    public static MaintenanceFolder Open(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder, ForAllToSee);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw LvxErrors.NotWritable(folder, error);
        }

        string path = Path.Combine(folder, "maintenance.lock");
        var held = new FileDescriptor(Libc.Open(path, Libc.OCreat | Libc.ORdWr | Libc.ONoFollow | Libc.OCloExec, 0b110_000_000));
        int error2 = held.IsInvalid || Libc.Flock(held, Libc.LockExclusive | Libc.LockNonBlocking) != 0 ? Marshal.GetLastPInvokeError() : 0;
        if (error2 == 0)
        {
            return new MaintenanceFolder(held, folder);
        }

        bool isHeld = !held.IsInvalid;
        held.Dispose();
        throw isHeld ? LvxErrors.MaintenanceUnderWay(null) : LvxErrors.NotWritable(path, new IOException(FileFault.Text(error2)));
    }

    /// <summary>What an earlier maintenance that was killed wrote down; null for none.</summary>
    /// <exception cref="LvxException">What it ran is running still.</exception>
    public MaintenanceRecord? Left() => MaintenanceRecord.Read(record) is not { } left ? null
        : left.Command is { StillRuns: true } command ? throw LvxErrors.MaintenanceUnderWay(command.Pid)
        : left;

    /// <summary>Writes down what is stopped; services that come after the drop-ins of `lvx system install` do not start while the flag is there.</summary>
    public void Write(MaintenanceRecord what)
    {
        what.Write(record);
        WholeFile.Write(flag, [], replace: true);
    }

    /// <summary>Lets services be started.</summary>
    public void Unflag() => Delete(flag);

    /// <summary>Forgets: all is as it was.</summary>
    public void Forget() => Delete(record);

    public void Dispose() => held.Dispose();

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw LvxErrors.NotWritable(path, error);
        }
    }
}
