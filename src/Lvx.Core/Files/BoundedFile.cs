using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Lvx.Core.Links.Native;

namespace Lvx.Core.Files;

/// <summary>Reads a file of text that a person named, which may be anything: a pipe, a device, something huge.</summary>
public static unsafe class BoundedFile
{
    private const uint Root = 0;
    private const ushort WritableByOthers = 0b000_010_010;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file in UTF-8, without a byte order mark. Never waits for a pipe.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxBytes">More than this is refused.</param>
    /// <exception cref="LvxException">It is not there, may not be read, is no file, too large, or no UTF-8.</exception>
    public static string ReadText(string path, int maxBytes) => ReadText(path, maxBytes, forRoot: false);

    /// <summary>
    /// The same, of a file that is acted on: root takes it only when nobody but root can have written it. The open file is judged, not its name. Other users take what they can read.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="maxBytes">More than this is refused.</param>
    /// <exception cref="LvxException">As with <see cref="ReadText(string, int)"/>, or it is not root's alone (<see cref="LvxError.FileNotTrusted"/>).</exception>
    public static string ReadTrustedText(string path, int maxBytes) => ReadText(path, maxBytes, forRoot: Libc.EffectiveUser() == Root);

    private static string ReadText(string path, int maxBytes, bool forRoot)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentOutOfRangeException.ThrowIfNegative(maxBytes);
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
        {
            throw LvxErrors.NotReadable(path, "this is no name of a file.");
        }

        using var file = new FileDescriptor(Libc.Open(path, Libc.ONonBlock | Libc.ONoCtty | Libc.OCloExec));
        if (file.IsInvalid)
        {
            throw Failed(path, Marshal.GetLastPInvokeError());
        }

        RefuseOtherThanFile(file, path, forRoot);
        byte[] bytes = ReadBytes(file, path, maxBytes, out int length);
        return Decode(path, bytes.AsSpan(0, length));
    }

    private static void RefuseOtherThanFile(FileDescriptor file, string path, bool forRoot)
    {
        Libc.FileStatus status;
        if (Libc.StatX(file, "", Libc.AtEmptyPath, Libc.StatxBasics, &status) != 0)
        {
            throw Failed(path, Marshal.GetLastPInvokeError());
        }

        if (forRoot && (status.Owner != Root || (status.Mode & WritableByOthers) != 0))
        {
            throw LvxErrors.NotTrusted(path, status.Owner != Root ? "it belongs to another user than root" : "others than its owner may write it");
        }

        switch (status.Mode & Libc.FileStatus.TypeMask)
        {
            case Libc.FileStatus.RegularFile:
                return;
            case Libc.FileStatus.Folder:
                throw LvxErrors.NotReadable(path, "it is a folder, not a file.");
            default:
                throw LvxErrors.NotReadable(path, "it is a pipe or a device, not a file.");
        }
    }

    private static byte[] ReadBytes(FileDescriptor file, string path, int maxBytes, out int length)
    {
        byte[] bytes = new byte[(int)Math.Min(maxBytes + 1L, 64 * 1024)];
        length = 0;
        while (true)
        {
            if (length == bytes.Length)
            {
                Array.Resize(ref bytes, (int)Math.Min(bytes.Length * 2L, maxBytes + 1L));
            }

            nint count;
            fixed (byte* buffer = bytes)
            {
                count = Libc.Read(file, buffer + length, (nuint)(bytes.Length - length));
            }

            if (count < 0 && Marshal.GetLastPInvokeError() is var error && error != Errno.Eintr)
            {
                throw Failed(path, error);
            }

            if (count == 0)
            {
                return bytes;
            }

            length += (int)Math.Max(count, 0);
            if (length > maxBytes)
            {
                throw LvxErrors.NotReadable(path, $"it is larger than {Size(maxBytes)}, which no such file is.");
            }
        }
    }

    private static string Decode(string path, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        ReadOnlySpan<byte> text = bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes;
        try
        {
            return Utf8.GetString(text);
        }
        catch (DecoderFallbackException error)
        {
            // Counted from the first byte that was given: the decoder says where the bytes begin that are none.
            int line = text[..Math.Clamp(error.Index, 0, text.Length)].Count((byte)'\n') + 1;
            throw LvxErrors.NotReadable(path, string.Create(CultureInfo.InvariantCulture, $"line {line} has bytes that are no text in UTF-8."));
        }
    }

    private static string Size(int bytes) => bytes >= 1 << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes");

    private static LvxException Failed(string path, int error) => LvxErrors.NotReadable(path, error switch
    {
        Errno.Enoent => "there is no such file.",
        Errno.Eacces or Errno.Eperm => "this user may not read it.",
        Errno.Enxio => "it is a pipe or a device, not a file.",
        _ => $"it cannot be read: {FileFault.Text(error)}.",
    });
}
