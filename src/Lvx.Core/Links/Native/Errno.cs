namespace Lvx.Core.Links.Native;

/// <summary>Error numbers of Linux that mean something here.</summary>
internal static class Errno
{
    public const int Eperm = 1;
    public const int Enoent = 2;
    public const int Eintr = 4;
    public const int Eio = 5;
    public const int Enxio = 6;
    public const int Eagain = 11;
    public const int Eacces = 13;
    public const int Ebusy = 16;
    public const int Eexist = 17;
    public const int Enodev = 19;
    public const int Enotdir = 20;
    public const int Eisdir = 21;
    public const int Einval = 22;
    public const int Enospc = 28;
    public const int Erofs = 30;
    public const int Emlink = 31;
    public const int Epipe = 32;
    public const int Enametoolong = 36;
    public const int Enosys = 38;
    public const int Eloop = 40;
    public const int Eopnotsupp = 95;
    public const int Econnreset = 104;
    public const int Etimedout = 110;
    public const int Einprogress = 115;
    public const int Edquot = 122;

    /// <summary>The system's words for an error number.</summary>
    public static string Text(int errno) => System.Runtime.InteropServices.Marshal.GetPInvokeErrorMessage(errno);
}
