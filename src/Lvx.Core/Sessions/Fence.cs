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

    /// <summary>What an answer of the fence's shape says, for people.</summary>
    public static string Read(ReadOnlySpan<byte> body) =>
        Identity.Query.TryDecode(body, out Identity? identity) ? identity.SerialNumber : Encoding.Latin1.GetString(body);
}
