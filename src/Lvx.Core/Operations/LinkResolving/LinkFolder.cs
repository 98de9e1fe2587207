using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Lvx.Core.Files;
using Lvx.Core.Links.Native;

namespace Lvx.Core.Operations;

/// <summary>
/// The folder that links to nodes are in. Every call is made below one open folder and follows nothing, and what is replaced or removed is looked at once more when it is out of the way: what
/// is no link of this kind is put back, whoever put it there in between.
/// </summary>
internal sealed unsafe partial class LinkFolder : IDisposable
{
    private const uint Root = 0;
    private const ushort WritableByOthers = 0b000_010_010;
    private const int LongestTarget = 4096;

    private readonly FileDescriptor folder;
    private readonly string path;

    private LinkFolder(FileDescriptor folder, string path)
    {
        this.folder = folder;
        this.path = path;
    }

    /// <summary>Opens a folder, and waits until no other resolver works in it.</summary>
    /// <exception cref="LvxException">It is no folder, not one that this user can trust, or another resolver has it past the deadline.</exception>
    public static LinkFolder Open(string path, Deadline deadline, CancellationToken cancellation)
    {
        var folder = new FileDescriptor(Libc.Open(path, Libc.ODirectory | Libc.ONoFollow | Libc.OCloExec));
        try
        {
            if (folder.IsInvalid)
            {
                throw Failed(path, Marshal.GetLastPInvokeError());
            }

            Libc.FileStatus status;
            if (Libc.StatX(folder, "", Libc.AtEmptyPath, Libc.StatxBasics, &status) != 0)
            {
                throw Failed(path, Marshal.GetLastPInvokeError());
            }

            if ((status.Owner != Root && status.Owner != Libc.EffectiveUser()) || (status.Mode & WritableByOthers) != 0)
            {
                throw LvxErrors.FolderNotTrusted(path);
            }

            while (Libc.Flock(folder, Libc.LockExclusive | Libc.LockNonBlocking) != 0)
            {
                if (deadline.Passed)
                {
                    throw LvxErrors.InUse(path, "another lvx resolve-links");
                }

                cancellation.WaitHandle.WaitOne(20);
                cancellation.ThrowIfCancellationRequested();
            }

            return new LinkFolder(folder, path);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>What a name leads to: null for a free name.</summary>
    /// <exception cref="LvxException">The name is taken by something that is no link to a node.</exception>
    public string? NodeAt(string name) => Target(name, out bool exists) is { } target
        ? NodeIn(target, out string? node) ? node : throw LvxErrors.LinkNameTaken(Path.Combine(path, name), $"a link to {target}")
        : exists ? throw LvxErrors.LinkNameTaken(Path.Combine(path, name), "no link") : null;

    /// <summary>Makes a name lead to a node, in one step: nobody ever sees it missing, or half made.</summary>
    /// <exception cref="LvxException">The name is taken by something that is no link to a node, which stays; or the folder cannot be written.</exception>
    public void Point(string name, string node)
    {
        string hidden = HiddenName();
        if (Libc.SymlinkAt(node, folder, hidden) != 0)
        {
            throw Failed(path, Marshal.GetLastPInvokeError());
        }

        while (true)
        {
            if (Libc.RenameAt2(folder, hidden, folder, name, Libc.RenameNoReplace) == 0)
            {
                return;
            }

            int error = Marshal.GetLastPInvokeError();
            if (error == Errno.Eexist && Libc.RenameAt2(folder, hidden, folder, name, Libc.RenameExchange) == 0)
            {
                RemoveReplaced(hidden, name);
                return;
            }

            // The name was free or taken, and no longer is: once more.
            if (error != Errno.Eexist || Marshal.GetLastPInvokeError() != Errno.Enoent)
            {
                error = error == Errno.Eexist ? Marshal.GetLastPInvokeError() : error;
                _ = Libc.UnlinkAt(folder, hidden, 0);
                throw Failed(path, error);
            }
        }
    }

    /// <summary>Frees a name that is a link to a node.</summary>
    /// <exception cref="LvxException">It is taken by something else by now, which stays; or the folder cannot be written.</exception>
    public void Remove(string name)
    {
        string hidden = HiddenName();
        if (Libc.RenameAt2(folder, name, folder, hidden, Libc.RenameNoReplace) != 0)
        {
            int error = Marshal.GetLastPInvokeError();
            if (error == Errno.Enoent)
            {
                return;
            }

            throw Failed(path, error);
        }

        if (!IsOwn(hidden))
        {
            _ = Libc.RenameAt2(folder, hidden, folder, name, Libc.RenameNoReplace);
            throw LvxErrors.LinkNameTaken(Path.Combine(path, name), "no link to a node any more");
        }

        _ = Libc.UnlinkAt(folder, hidden, 0);
    }

    /// <summary>Takes away hidden links that a killed resolver left. None of them is in use: this one has the folder.</summary>
    public void Tidy()
    {
        foreach (string name in Directory.EnumerateFileSystemEntries(string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{folder.DangerousGetHandle()}/"), ".lvx-*.link")
            .Select(entry => Path.GetFileName(entry)).Where(entry => Hidden().IsMatch(entry) && IsOwn(entry)).ToArray())
        {
            _ = Libc.UnlinkAt(folder, name, 0);
        }
    }

    public void Dispose() => folder.Dispose();

    private void RemoveReplaced(string hidden, string name)
    {
        if (IsOwn(hidden))
        {
            _ = Libc.UnlinkAt(folder, hidden, 0);
            return;
        }

        // Somebody took the name between the look and the exchange.
        _ = Libc.RenameAt2(folder, hidden, folder, name, Libc.RenameExchange);
        if (IsOwn(hidden))
        {
            _ = Libc.UnlinkAt(folder, hidden, 0);
        }

        throw LvxErrors.LinkNameTaken(Path.Combine(path, name), "something that is no link to a node");
    }

    private bool IsOwn(string name) => Target(name, out _) is { } target && NodeIn(target, out _);

    /// <returns>Null for what is no link; <paramref name="exists"/> tells that from a free name.</returns>
    private string? Target(string name, out bool exists)
    {
        byte* buffer = stackalloc byte[LongestTarget];
        nint length = Libc.ReadLinkAt(folder, name, buffer, LongestTarget);
        int error = length < 0 ? Marshal.GetLastPInvokeError() : 0;
        exists = error != Errno.Enoent;
        return length >= 0 ? Encoding.UTF8.GetString(buffer, (int)length)
            : error is Errno.Enoent or Errno.Einval ? null
            : throw Failed(path, error);
    }

    private static bool NodeIn(string target, [NotNullWhen(true)] out string? node)
    {
        node = Node().Match(target) is { Success: true } match ? match.Groups[1].Value : null;
        return node is not null;
    }

    private static string HiddenName() => $".lvx-{RandomNumberGenerator.GetHexString(16, lowercase: true)}.link";

    private static LvxException Failed(string path, int error) => LvxErrors.NotWritable(path, new IOException(error == Errno.Enotdir ? "it is no folder" : FileFault.Text(error)));

    [GeneratedRegex(@"^(?:/dev/)?(hidraw[0-9]{1,6})\z")]
    private static partial Regex Node();

    [GeneratedRegex(@"^\.lvx-[0-9a-f]{16}\.link\z")]
    private static partial Regex Hidden();
}
