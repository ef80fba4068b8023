using Search.Engine.Util;

namespace Search.Engine.Tests.Util;

public sealed class PoolTests
{
    [Fact]
    public void What_was_given_last_is_taken_first_and_no_more_than_there_is_room_for_waits()
    {
        var pool = new Pool<string>(2);
        Assert.False(pool.TryTake(out _));
        pool.Give("first");
        pool.Give("second");
        pool.Give("left to the garbage collector");
        Assert.True(pool.TryTake(out string? taken));
        Assert.Equal("second", taken);
        Assert.True(pool.TryTake(out taken));
        Assert.Equal("first", taken);
        Assert.False(pool.TryTake(out _));
    }
}
