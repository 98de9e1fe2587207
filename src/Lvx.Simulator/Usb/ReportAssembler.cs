namespace Lvx.Simulator.Usb;

/// <summary>Makes the bytes that a unit's UART gives into reports of eight: one goes when it is full, at a CR, or when nothing more comes; the rest of it is 00.</summary>
internal sealed class ReportAssembler
{
    private const byte Cr = 0x0D;

    // What a small bridge could not hold is lost.
    private const int MostWaiting = 64;

    private readonly Queue<byte[]> reports = new();
    private readonly byte[] begun = new byte[BridgeDescriptors.ReportLength];
    private int count;

    public bool HasReport => reports.Count > 0;

    public bool HasPart => count > 0;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
        {
            begun[count++] = b;
            if (count == begun.Length || b == Cr)
            {
                Close();
            }
        }
    }

    /// <summary>Nothing more comes: what was begun goes as it is.</summary>
    public void Close()
    {
        if (count > 0 && reports.Count < MostWaiting)
        {
            reports.Enqueue([.. begun.AsSpan(0, count), .. new byte[begun.Length - count]]);
        }

        count = 0;
    }

    public byte[] Next() => reports.Dequeue();
}
