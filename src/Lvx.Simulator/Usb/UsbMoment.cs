namespace Lvx.Simulator.Usb;

/// <summary>A moment in a conversation, counted in reports from now, or from the first report of the next setter.</summary>
/// <param name="FromSetter">Whether counting begins with a setter.</param>
/// <param name="IsAnswer">Whether reports of answers are counted, and not those of requests.</param>
/// <param name="Count">After how many of them; 0 is when the first request's report comes, before it is taken.</param>
internal readonly record struct UsbMoment(bool FromSetter, bool IsAnswer, int Count);

/// <summary>Watches for one moment.</summary>
internal sealed class UsbMomentWatch(UsbMoment moment)
{
    private bool begun = !moment.FromSetter;
    private int count;

    /// <summary>A request's report comes; whether this is the moment, so that it is not taken.</summary>
    public bool Comes(ReadOnlySpan<byte> report)
    {
        begun |= report.StartsWith("^S"u8);
        return begun && moment is { IsAnswer: false, Count: 0 };
    }

    /// <summary>A request's report was taken; whether this is the moment.</summary>
    public bool Taken() => begun && !moment.IsAnswer && ++count == moment.Count;

    /// <summary>An answer's report was given; whether this is the moment.</summary>
    public bool Given() => begun && moment.IsAnswer && ++count == moment.Count;
}
