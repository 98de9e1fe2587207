namespace Lvx.Pi18;

/// <summary>A frame that changes one setting, checked against its range. A unit answers <c>^1</c> or <c>^0</c>, with no reason; neither proves anything: read back.</summary>
public sealed class Setter
{
    internal Setter(string command)
    {
        Command = command;
        Request = FrameWriter.Encode(FrameKind.Setter, command);
    }

    /// <summary>The text, such as <c>MCHGV564,540</c>.</summary>
    public string Command { get; }

    /// <summary>The whole frame, as it is sent.</summary>
    public ReadOnlyMemory<byte> Request { get; }

    /// <inheritdoc/>
    public override string ToString() => Command;
}
