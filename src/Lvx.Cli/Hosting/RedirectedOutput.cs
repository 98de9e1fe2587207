using System.Runtime.InteropServices;

namespace Lvx.Cli.Hosting;

/// <summary>
/// Standard output that is no terminal. The console's own stream says nothing when the reader of a pipe is gone (.NET ignores SIGPIPE and swallows EPIPE), so
/// that <c>lvx status --interval 1 | head -1</c> would read units for nobody, for ever.
/// </summary>
internal sealed partial class RedirectedOutput : Stream
{
    private const int StandardOutput = 1;
    private const short PollErr = 8;

    private readonly Stream console = Console.OpenStandardOutput();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="NobodyReadsException">It is a pipe that nobody reads any more.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var output = new PollFd { Fd = StandardOutput };
        if (Poll(ref output, 1, 0) > 0 && (output.Happened & PollErr) != 0)
        {
            throw new NobodyReadsException();
        }

        console.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => console.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            console.Dispose();
        }

        base.Dispose(disposing);
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(ref PollFd fds, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollFd
    {
        public int Fd;
        public short Wanted;
        public short Happened;
    }
}
