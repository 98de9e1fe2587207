using Lvx.Core.Links;
using Lvx.Core.Sessions;
using Lvx.Core.Units;
using Lvx.Pi18;
using Lvx.Simulator;

namespace Lvx.Benchmarks;

/// <summary>Answers of a simulated unit of a pair.</summary>
internal static class Frames
{
    private static readonly UnitState Unit = SimulatedSite.Pair().Units[0].State;

    public static byte[] Answer(string command) => FrameWriter.Encode(FrameKind.Answer, Text(command));

    public static byte[] Body(string command) => Answer(command)[FrameReader.HeaderLength..^FrameReader.TrailerLength];

    private static string Text(string command) => command switch
    {
        "GS" => Unit.Status.ToBody(),
        "PIRI" => Unit.Rated.ToBody(),
        "FWS" => Unit.Fault.ToBody(),
        "PGS0" => Asked(ParallelStatus.Query(0)),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    /// <summary>What a unit says of the whole system is not in its state: it is asked.</summary>
    private static string Asked(Query query)
    {
        var links = new LinkRegistry(new SimulatorLinkKind());
        UnitSelection selection = new UnitFinder(links).Select(["sim:pair/1"], null);
        using Session session = new UnitAccess(links, new LinkOptions(), new SessionOptions()).Open(selection.Ports[0], LinkAccess.ReadOnly, null, CancellationToken.None);
        return session.AskAny(query, CancellationToken.None).Raw;
    }
}
