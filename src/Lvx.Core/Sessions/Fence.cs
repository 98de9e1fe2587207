using System.Diagnostics.CodeAnalysis;
using System.Text;
using Lvx.Pi18;

namespace Lvx.Core.Sessions;

/// <summary>
/// The question that shows that a line is clean: its answer looks like no other, and is known beforehand. What comes before it belongs to earlier questions.
/// </summary>
internal sealed class Fence
{
    private readonly byte[]? expectedBody;

    private Fence(Query query, string expected, byte[]? expectedBody)
    {
        Query = query;
        Expected = expected;
        this.expectedBody = expectedBody;
    }

    /// <summary>Before the unit has said who it is, or when it will not: the protocol.</summary>
    public static Fence Protocol { get; } = new(ProtocolId.Query, ProtocolId.Pi18, Encoding.ASCII.GetBytes(ProtocolId.Pi18));

    public Query Query { get; }

    /// <summary>The expected answer, for people.</summary>
    public string Expected { get; }

    /// <summary>The serial number of the unit that was here before.</summary>
    public static Fence Serial(string serial) => new(Identity.Query, serial, null);

    public bool IsSame(Query query) => query == Query;

    public bool Fits(ReadOnlySpan<byte> body) => expectedBody is not null
        ? body.SequenceEqual(expectedBody)
        : Identity.Query.TryDecode(body, out Identity? identity) && identity.SerialNumber == Expected;

    /// <summary>Whether another unit says who it is. The protocol, which all units share, tells of nobody.</summary>
    public bool TellsAnother(ReadOnlySpan<byte> body, [NotNullWhen(true)] out string? serial)
    {
        serial = expectedBody is null && Identity.Query.TryDecode(body, out Identity? identity) && identity.SerialNumber != Expected ? identity.SerialNumber : null;
        return serial is not null;
    }
}
