using System.Text;
using Lvx.Core.Files;

namespace Lvx.Core.Recording;

/// <summary>Writes every frame into a file, a line each, on the disk's side of the buffer at once, so that a crash leaves what was said. Mode 0600.</summary>
public sealed class TranscriptFile : IFrameLog, IDisposable
{
    private readonly Lock gate = new();
    private readonly string path;
    private readonly StreamWriter writer;

    private TranscriptFile(string path, StreamWriter writer)
    {
        this.path = path;
        this.writer = writer;
    }

    /// <summary>Begins a transcript, in place of a file that is there. A symbolic link is not followed, and nothing but a file is replaced.</summary>
    /// <exception cref="LvxException">The file cannot be written.</exception>
    public static TranscriptFile Create(string path)
    {
        try
        {
            MakeRoom(path);
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Share = FileShare.Read,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            };
            var writer = new StreamWriter(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), options) { AutoFlush = true, NewLine = "\n" };
            writer.WriteLine(TranscriptFormat.Header);
            return new TranscriptFile(path, writer);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw LvxErrors.NotWritable(path, error);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="LvxException">The file cannot be written any more.</exception>
    public void Write(DateTime time, string device, FrameLogKind kind, ReadOnlySpan<byte> bytes, string text = "")
    {
        string line = TranscriptFormat.Format(time, device, kind, bytes, text);
        lock (gate)
        {
            try
            {
                writer.WriteLine(line);
            }
            catch (IOException error)
            {
                throw LvxErrors.NotWritable(path, error);
            }
        }
    }

    // The new file is another one than the old, so that neither the old one's mode nor its other names give away what is said.
    private static void MakeRoom(string path)
    {
        if (NamedFile.Status(path, follow: false) is not { } there)
        {
            return;
        }

        if (!NamedFile.IsFile(there))
        {
            throw new IOException("it is a symbolic link, a folder or a device, and no file");
        }

        File.Delete(path);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            writer.Dispose();
        }
    }
}
