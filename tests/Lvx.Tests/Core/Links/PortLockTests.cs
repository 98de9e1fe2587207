using System.Diagnostics;
using Lvx.Core;
using Lvx.Core.Links;
using Lvx.Core.Links.Native;

namespace Lvx.Tests.Core.Links;

public sealed class PortLockTests
{
    private readonly string key = $"test:{Guid.NewGuid():N}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_second_waits_until_the_first_lets_go()
    {
        PortLock first = Take(TimeSpan.Zero);
        using var taken = new ManualResetEventSlim();
        var waiter = new Thread(() =>
        {
            using PortLock second = Take(TimeSpan.FromSeconds(10));
            taken.Set();
        });
        waiter.Start();

        Assert.False(taken.Wait(100, Token));
        first.Dispose();
        Assert.True(taken.Wait(5000, Token));
        waiter.Join();
    }

    [Fact]
    public void Who_cannot_wait_any_longer_is_told_who_holds_the_port()
    {
        using PortLock first = Take(TimeSpan.Zero);
        var waited = Stopwatch.StartNew();

        LvxException error = Assert.Throws<LvxException>(() => Take(TimeSpan.FromMilliseconds(150)));

        Assert.Equal(LvxError.DeviceInUse, error.Error);
        Assert.Contains("this same process", error.Message, StringComparison.Ordinal);
        Assert.InRange(waited.ElapsedMilliseconds, 140, 5000);
    }

    [Fact]
    public void Waiting_can_be_cancelled()
    {
        using PortLock first = Take(TimeSpan.Zero);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var waited = Stopwatch.StartNew();

        Assert.ThrowsAny<OperationCanceledException>(() => PortLock.Acquire(key, "device", Deadline.After(TimeSpan.FromSeconds(30)), cancel.Token));

        Assert.True(waited.ElapsedMilliseconds < 5000);
    }

    [Fact]
    public void Many_that_wait_all_get_their_turn_and_never_two_at_once()
    {
        int inside = 0;
        int turns = 0;
        OnThreads.ForEach(Enumerable.Range(0, 40), 8, _ =>
        {
            using PortLock taken = Take(TimeSpan.FromSeconds(30));
            Assert.Equal(1, Interlocked.Increment(ref inside));
            Thread.Yield();
            Interlocked.Decrement(ref inside);
            Interlocked.Increment(ref turns);
        });

        Assert.Equal(40, turns);
    }

    [Fact]
    public void Who_lets_go_and_wants_it_back_comes_after_the_one_that_waits()
    {
        for (int round = 0; round < 50; round++)
        {
            var order = new List<string>();
            PortLock first = Take(TimeSpan.Zero);
            var waiter = new Thread(() =>
            {
                using PortLock second = Take(TimeSpan.FromSeconds(30));
                order.Add("the one that waits");
            });
            waiter.Start();
            Assert.True(IsWanted(first, TimeSpan.FromSeconds(30)));

            first.Dispose();
            using (Take(TimeSpan.FromSeconds(30)))
            {
                order.Add("the one that let go");
            }

            waiter.Join();
            Assert.Equal(["the one that waits", "the one that let go"], order);
        }
    }

    [Fact]
    public void One_that_waits_and_dies_holds_nobody_up()
    {
        PortLock first = Take(TimeSpan.Zero);
        using var cancel = new CancellationTokenSource();
        var waiter = new Thread(() => Assert.ThrowsAny<OperationCanceledException>(() => PortLock.Acquire(key, "device", Deadline.After(TimeSpan.FromSeconds(30)), cancel.Token)));
        waiter.Start();
        Assert.True(IsWanted(first, TimeSpan.FromSeconds(30)));
        cancel.Cancel();
        waiter.Join();

        first.Dispose();

        Take(TimeSpan.Zero).Dispose();
    }

    [Fact]
    public void The_owner_knows_whether_anybody_waits()
    {
        using PortLock first = Take(TimeSpan.Zero);

        Assert.False(IsWanted(first, TimeSpan.FromMilliseconds(20)));
    }

    private static bool IsWanted(PortLock held, TimeSpan wait)
    {
        using var waker = new Waker();
        return waker.Wait(held.Wanted, Libc.PollIn, Deadline.After(wait), Token);
    }

    private PortLock Take(TimeSpan wait) => PortLock.Acquire(key, "device", Deadline.After(wait), Token);
}
