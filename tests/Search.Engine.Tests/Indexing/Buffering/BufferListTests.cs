using Search.Engine.Indexing.Buffering;

namespace Search.Engine.Tests.Indexing.Buffering;

public class BufferListTests
{
    private readonly BufferMeter _meter = new(new BlockPool());

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(8192)]
    [InlineData(30_000)]
    public void Values_are_what_was_added(int count)
    {
        var list = new BufferList<long>(_meter);
        for (var i = 0; i < count; i++)
            list.Add(i * 3L);
        Assert.Equal(Enumerable.Range(0, count).Select(i => i * 3L), list.ToArray());
        for (var i = 0; i < count; i += 7)
            Assert.Equal(i * 3L, list[i]);
        Assert.Throws<ArgumentOutOfRangeException>(() => list[count]);
    }

    [Fact]
    public void Values_of_any_size_can_be_changed_in_place()
    {
        var list = new BufferList<TermPostings>(_meter);
        for (var i = 0; i < 5000; i++)
            list.Add(new TermPostings { DocId = i });
        for (var i = 0; i < 5000; i++)
            list[i].Freq = i + 1;
        Assert.All(Enumerable.Range(0, 5000), i => Assert.Equal((i, i + 1), (list[i].DocId, list[i].Freq)));
    }

    [Fact]
    public void Growing_appends_zeros_also_in_blocks_that_were_used_before()
    {
        var used = new BufferList<byte>(_meter);
        for (var i = 0; i < 200_000; i++)
            used.Add(0xFF);
        _meter.Reset();
        var list = new BufferList<byte>(_meter);
        list.GrowTo(150_000);
        Assert.DoesNotContain(list.ToArray(), value => value != 0);
    }

    [Fact]
    public void Small_lists_take_little_memory_and_large_ones_whole_blocks()
    {
        var list = new BufferList<int>(_meter);
        list.Add(1);
        Assert.Equal(64, _meter.Bytes);
        list.GrowTo(100_000);
        Assert.Equal(7 * BlockPool.BlockBytes, _meter.Bytes);
        _meter.Reset();
        Assert.Equal(0, _meter.Bytes);
    }

    [Fact]
    public void Blocks_that_are_given_back_are_used_again()
    {
        var pool = new BlockPool();
        var meter = new BufferMeter(pool);
        new BufferList<int>(meter).GrowTo(100_000);
        meter.Reset();
        Assert.Equal(7 * BlockPool.BlockBytes, pool.FreeBytes);
        new BufferList<int>(new BufferMeter(pool)).GrowTo(100_000);
        Assert.Equal(0, pool.FreeBytes);
    }
}
