using Lvx.Core.Operations;

namespace Lvx.Tests.Core.Operations;

public sealed class CrewTests
{
    private static readonly int[] Members = [0, 1, 2];

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [Fact]
    public void All_work_at_the_same_time_and_the_outcomes_keep_their_order()
    {
        using var crew = new Crew();
        using var together = new Barrier(Members.Length);

        string[] outcomes = [.. crew.Run(Members, (member, _) => together.SignalAndWait(Long) ? $"{member}" : "alone", "", new RecordingHost())];

        Assert.Equal(["0", "1", "2"], outcomes);
    }

    [Fact]
    public void Each_has_the_same_thread_again_the_next_time_under_the_name_of_its_member()
    {
        using var crew = new Crew();

        Thread[] first = [.. crew.Run(Members, (_, _) => Thread.CurrentThread, "", new RecordingHost())];
        Thread[] fewer = [.. crew.Run(Members[..2], (_, _) => Thread.CurrentThread, "", new RecordingHost())];
        string[] names = [.. crew.Run(Members, (_, _) => Thread.CurrentThread.Name!, "", new RecordingHost())];

        Assert.Equal(first[..2], fewer);
        Assert.Equal(3, first.Distinct().Count());
        Assert.DoesNotContain(Thread.CurrentThread, first);
        Assert.Equal(["lvx 0", "lvx 1", "lvx 2"], names);
    }

    [Fact]
    public void No_thread_is_left_when_it_is_over()
    {
        var crew = new Crew();
        Thread[] threads = [.. crew.Run(Members, (_, _) => Thread.CurrentThread, "", new RecordingHost())];
        Assert.All(threads, thread => Assert.True(thread.IsAlive));

        crew.Dispose();
        Assert.All(threads, thread => Assert.False(thread.IsAlive));

        threads = [.. Crew.Once(Members, (_, _) => Thread.CurrentThread, "", new RecordingHost())];
        Assert.All(threads, thread => Assert.False(thread.IsAlive));
    }

    [Fact]
    public void What_one_throws_comes_out_where_its_outcome_would_and_the_others_are_cancelled_and_waited_for()
    {
        using var crew = new Crew();
        bool cancelled = false;
        using IEnumerator<string> outcomes = crew.Run(
            Members,
            (member, host) =>
            {
                if (member == 1)
                {
                    throw new InvalidOperationException("as planned");
                }

                cancelled |= member == 2 && host.Cancellation.WaitHandle.WaitOne(Long);
                return $"{member}";
            },
            "",
            new RecordingHost()).GetEnumerator();

        Assert.True(outcomes.MoveNext());
        Assert.Equal("as planned", Assert.Throws<InvalidOperationException>(() => outcomes.MoveNext()).Message);
        Assert.True(cancelled);
        Assert.Equal(["0", "1", "2"], crew.Run(Members, (member, _) => $"{member}", "", new RecordingHost()));
    }

    [Fact]
    public void Whoever_stops_in_the_middle_has_nobody_at_work_afterwards_and_a_forgotten_run_is_waited_for()
    {
        using var crew = new Crew();
        int atWork = 0;
        string Work(int member, IHost host)
        {
            Interlocked.Increment(ref atWork);
            if (member > 0)
            {
                host.Cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(0.1));
            }

            Interlocked.Decrement(ref atWork);
            return $"{member}";
        }

        Assert.Equal("0", crew.Run(Members, Work, "", new RecordingHost()).First());
        Assert.Equal(0, atWork);

        IEnumerator<string> forgotten = crew.Run(Members, Work, "", new RecordingHost()).GetEnumerator();
        Assert.True(forgotten.MoveNext());
        Assert.Equal(["0", "1", "2"], crew.Run(Members, Work, "", new RecordingHost()));
    }

    [Fact]
    public void What_members_say_is_said_on_the_thread_that_asked()
    {
        var host = new RecordingHost();
        using var crew = new Crew();

        _ = crew.Run(Members, (member, crewHost) =>
        {
            crewHost.Warning($"{member}");
            return "";
        }, "", host).Count();

        Assert.Equal(["warning: 0", "warning: 1", "warning: 2"], host.Messages.Order(StringComparer.Ordinal));
        Assert.Equal([Environment.CurrentManagedThreadId], host.Threads);
    }
}
