using Lvx.Core.Links.Native;

namespace Lvx.Core.Files;

/// <summary>What an error number means of a file, in words that a person can act on.</summary>
internal static class FileFault
{
    public static string Text(int error) => error switch
    {
        Errno.Enoent => "there is no such folder",
        Errno.Enotdir => "a part of its path is no folder",
        Errno.Eisdir => "it is a folder",
        Errno.Eacces or Errno.Eperm => "this user may not",
        Errno.Erofs => "the file system is read-only",
        Errno.Enospc => "the disk is full",
        Errno.Edquot => "this user's share of the disk is full",
        Errno.Enametoolong => "its name is too long",
        Errno.Eloop => "its path leads in a circle",
        _ => Errno.Text(error),
    };
}
