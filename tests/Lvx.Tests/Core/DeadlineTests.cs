using Lvx.Core;

namespace Lvx.Tests.Core;

/// <summary>Deadlines as far away as a number can say, which a recording with a changed date asks for.</summary>
public sealed class DeadlineTests
{
    [Theory]
    [InlineData(8000)]
    [InlineData(400)]
    public void One_that_is_centuries_ahead_is_not_over(int years)
    {
        Deadline far = Deadline.Now + TimeSpan.FromDays(365.0 * years);

        Assert.False(far.Passed);
        Assert.Equal(int.MaxValue, far.Milliseconds);
        Assert.True(far > Deadline.Now);
    }

    [Theory]
    [InlineData(8000)]
    [InlineData(400)]
    public void One_that_is_centuries_ago_is_over(int years)
    {
        Deadline past = Deadline.Now + TimeSpan.FromDays(-365.0 * years);

        Assert.True(past.Passed);
        Assert.Equal(0, past.Milliseconds);
        Assert.True(past < Deadline.Now);
    }

    [Fact]
    public void The_longest_spans_are_as_good_as_any()
    {
        Assert.False(Deadline.After(TimeSpan.MaxValue).Passed);
        Assert.True(Deadline.After(TimeSpan.MinValue).Passed);
        Assert.False((Deadline.After(TimeSpan.MaxValue) + TimeSpan.MaxValue).Passed);
        Assert.True((Deadline.After(TimeSpan.MinValue) + TimeSpan.MinValue).Passed);
    }
}
