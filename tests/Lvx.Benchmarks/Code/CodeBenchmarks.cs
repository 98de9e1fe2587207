using BenchmarkDotNet.Attributes;
using Lvx.Pi18;

namespace Lvx.Benchmarks;

/// <summary>The code that every answer and every request passes, each beside its plain form. Answers are those of a simulated unit.</summary>
public class CodeBenchmarks
{
    private readonly byte[] gs = Frames.Body("GS");
    private readonly byte[] piri = Frames.Body("PIRI");
    private readonly byte[] pgs = Frames.Body("PGS0");
    private readonly byte[] fws = Frames.Body("FWS");
    private readonly byte[] frame = Frames.Answer("GS");
    private readonly string command = "GS";
    private readonly byte[] room = new byte[FrameReader.MaxFrameLength];
    private readonly Query<ParallelStatus> pgsQuery = ParallelStatus.Query(0);

    [Benchmark(Description = "decode GS")]
    public object? DecodeGs() => GeneralStatus.Query.TryDecode(gs, out GeneralStatus? answer) ? answer : null;

    [Benchmark(Description = "decode GS, plain")]
    public object PlainGs() => PlainDecoder.Decode(gs);

    [Benchmark(Description = "decode PIRI")]
    public object? DecodePiri() => RatedInformation.Query.TryDecode(piri, out RatedInformation? answer) ? answer : null;

    [Benchmark(Description = "decode PIRI, plain")]
    public object PlainPiri() => PlainDecoder.Decode(piri);

    [Benchmark(Description = "decode PGS")]
    public object? DecodePgs() => pgsQuery.TryDecode(pgs, out ParallelStatus? answer) ? answer : null;

    [Benchmark(Description = "decode PGS, plain")]
    public object PlainPgs() => PlainDecoder.Decode(pgs);

    [Benchmark(Description = "decode FWS")]
    public object? DecodeFws() => FaultStatus.Query.TryDecode(fws, out FaultStatus? answer) ? answer : null;

    [Benchmark(Description = "decode FWS, plain")]
    public object PlainFws() => PlainDecoder.Decode(fws);

    [Benchmark(Description = "checksum of a GS answer")]
    public ushort Checksum() => Crc16.Compute(frame.AsSpan(..^FrameReader.TrailerLength));

    [Benchmark(Description = "checksum of a GS answer, plain")]
    public ushort PlainChecksum() => PlainDecoder.Checksum(frame.AsSpan(..^FrameReader.TrailerLength));

    [Benchmark(Description = "build the request GS")]
    public int Request() => FrameWriter.Write(room, FrameKind.Query, "GS"u8);

    [Benchmark(Description = "build the request GS, plain")]
    public object PlainRequest() => PlainDecoder.Request(command);

    [Benchmark(Description = "find a GS answer in the bytes received")]
    public ReadOutcome Find() => FrameReader.TryRead(frame, out Frame _, out int _);
}
