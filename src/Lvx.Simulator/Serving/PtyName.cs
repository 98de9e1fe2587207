using System.Globalization;
using System.Runtime.InteropServices;
using Lvx.Core;
using Lvx.Core.Links.Native;
using Lvx.Simulator.Native;

namespace Lvx.Simulator;

/// <summary>The symlink under which a pty is found, since its node's number changes.</summary>
internal static class PtyName
{
    private const int Eexist = 17;

    /// <summary>Points <paramref name="path"/> to <paramref name="node"/>, at one stroke. Only a symlink is replaced.</summary>
    /// <exception cref="LvxException">Something else is there, or it cannot be written.</exception>
    public static void Point(string path, string node)
    {
        // Made where nothing was, there is nothing to replace.
        if (PtyLibc.SymLink(node, path) == 0)
        {
            return;
        }

        int errno = Marshal.GetLastPInvokeError();
        if (errno != Eexist)
        {
            throw Failed(path, Errno.Text(errno));
        }

        if (new FileInfo(path).LinkTarget is null)
        {
            throw Failed(path, "it exists and is no symlink");
        }

        string beside = string.Create(CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}-{Random.Shared.Next():x8}");
        if (PtyLibc.SymLink(node, beside) != 0)
        {
            throw Failed(path, Marshal.GetLastPInvokeErrorMessage());
        }

        if (PtyLibc.Rename(beside, path) != 0)
        {
            string problem = Marshal.GetLastPInvokeErrorMessage();
            File.Delete(beside);
            throw Failed(path, problem);
        }
    }

    /// <summary>Takes the symlink away, if it still points to <paramref name="node"/>.</summary>
    public static void Remove(string path, string node)
    {
        try
        {
            if (new FileInfo(path).LinkTarget == node)
            {
                File.Delete(path);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Its folder is gone or was closed to us: then the name is no longer ours to take away.
        }
    }

    private static LvxException Failed(string path, string problem) => new(
        LvxError.FileNotWritable, path, $"the symlink to the simulated port cannot be made ({problem}).", "Name a path that is free, or a symlink, in a folder that you may write to.");
}
