using Lvx.Core.Links.Native;

namespace Lvx.Core.Operations;

/// <summary>Keys of a terminal, on a thread that is in <c>poll</c> until there is one; what arrow and function keys send is passed over.</summary>
internal sealed unsafe class KeyReader : IDisposable
{
    public const char Escape = '\u001b';

    /// <summary>The terminal is gone, or somebody pressed Ctrl+D.</summary>
    public const char End = '\u0004';

    private const int MostAtOnce = 64;

    private readonly FileDescriptor tty;
    private readonly Action<char> pressed;
    private readonly CancellationTokenSource stop = new();
    private readonly Thread thread;

    public KeyReader(FileDescriptor tty, Action<char> pressed)
    {
        this.tty = tty;
        this.pressed = pressed;
        thread = new Thread(Read) { IsBackground = true, Name = "lvx keys" };
        thread.Start();
    }

    public void Dispose()
    {
        stop.Cancel();
        thread.Join();
        stop.Dispose();
    }

    /// <summary>The keys in what was read at once.</summary>
    public static IEnumerable<char> Decode(byte[] bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            // ESC [ … letter, and ESC O letter: a key that has no character.
            if (bytes[i] == Escape && i + 1 < bytes.Length && bytes[i + 1] is (byte)'[' or (byte)'O')
            {
                for (i += 2; i < bytes.Length && bytes[i] is not (>= 0x40 and <= 0x7E); i++)
                {
                }
            }
            else if (bytes[i] < 0x80)
            {
                yield return (char)bytes[i];
            }
        }
    }

    private void Read()
    {
        byte* buffer = stackalloc byte[MostAtOnce];
        using var waker = new Waker();
        try
        {
            while (true)
            {
                if (!waker.Wait(tty, Libc.PollIn, Deadline.After(TimeSpan.FromDays(1)), stop.Token))
                {
                    continue;
                }

                nint count = Libc.Read(tty, buffer, MostAtOnce);
                if (count <= 0)
                {
                    pressed(End);
                    return;
                }

                foreach (char key in Decode(new ReadOnlySpan<byte>(buffer, (int)count).ToArray()))
                {
                    pressed(key);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The view is closed.
        }
    }
}
