using System.Text;
using Lvx.Pi18;

namespace Lvx.Simulator;

/// <summary>A request as the unit's side of a line took it in.</summary>
/// <param name="Kind">Query, setter, damaged, or noise for a word of the PI30 family.</param>
/// <param name="Body">The body of a query or setter; every byte of anything else.</param>
internal readonly record struct ReceivedRequest(FrameKind Kind, byte[] Body)
{
    public string Text => Encoding.Latin1.GetString(Body).TrimEnd('\r');
}
