using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

public sealed class AllocationTests
{
    private const int Times = 1000;

    // Somewhere for results to go, so that no compiler keeps them off the heap.
    private static object? sink;
    private static int count;

    [Fact]
    public void Decoding_general_status_allocates_its_result_and_nothing_else()
    {
        byte[] body = FrameFixtures.Find("gs-lv5048-load-1458w").Body;
        Assert.True(GeneralStatus.Query.TryDecode(body, out GeneralStatus? status));
        long copies = BytesOf(() => sink = status with { });
        long decodes = BytesOf(() =>
        {
            GeneralStatus.Query.TryDecode(body, out GeneralStatus? decoded);
            sink = decoded;
        });
        Assert.True(copies >= Times * 28);
        Assert.Equal(copies, decodes);
        Assert.NotNull(sink);
    }

    [Fact]
    public void Looking_for_a_frame_allocates_nothing()
    {
        byte[][] inputs =
        [
            FrameFixtures.Find("gs-lv5048-load-1458w").Bytes, FrameFixtures.Find("gs-lv5048-load-1458w").Bytes[..50],
            FrameFixtures.Find("flag-stray-quotes").Bytes[1..], FrameFixtures.Find("gs-missing-caret").Bytes,
            FrameFixtures.Find("setter-refused").Bytes, FrameFixtures.Find("nak-pi30").Bytes,
        ];
        Assert.Equal(0, BytesOf(() =>
        {
            foreach (byte[] input in inputs)
            {
                FrameReader.TryRead(input, out Frame _, out int consumed);
                count += consumed;
            }
        }));
        Assert.NotEqual(0, count);
    }

    [Fact]
    public void Comparing_with_a_shape_allocates_nothing()
    {
        byte[] body = FrameFixtures.Find("gs-lv5048-load-1458w").Body;
        IReadOnlyList<Query> queries = Catalogue.Everything;
        int fitting = 0;
        Assert.Equal(0, BytesOf(() =>
        {
            for (int index = 0; index < queries.Count; index++)
            {
                fitting += queries[index].Shape.Fits(body) ? 1 : 0;
            }
        }));
        Assert.Equal(2 * Times, fitting);
    }

    // The counter stands still between two looks at it, and moves for an object of known size.
    [Fact]
    public void The_measure_sees_what_is_allocated()
    {
        Assert.Equal(0, BytesOf(() => count++));
        Assert.Equal(Times * 24, BytesOf(() => sink = new object()));
    }

    private static long BytesOf(Action action)
    {
        Repeat(action);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Repeat(action);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Repeat(Action action)
    {
        for (int time = 0; time < Times; time++)
        {
            action();
        }
    }
}
