using Search.Engine.Index;
using Search.Engine.Indexing.Deletes;

namespace Search.Engine.Tests.Indexing.Deletes;

public class DeleteQueueTests
{
    [Fact]
    public void A_term_deleted_twice_keeps_the_larger_limit()
    {
        var queue = new DeleteQueue();
        queue.Add(new Term("id", "b"), 3);
        queue.Add(new Term("id", "a"), 4);
        queue.Add(new Term("id", "b"), 7);

        FrozenDeletes frozen = queue.Freeze();

        Assert.Equal(["id:a", "id:b"], frozen.Terms.ToArray().Select(term => term.ToString()));
        Assert.Equal([4, 7], frozen.DocIdLimits.ToArray());
    }

    [Fact]
    public void Freezing_empties_the_queue()
    {
        var queue = new DeleteQueue();
        queue.Add(new Term("id", "a"), 1);
        Assert.True(queue.BufferedBytes > 0);
        Assert.False(queue.Freeze().IsEmpty);
        Assert.Equal(0, queue.BufferedBytes);
        Assert.True(queue.Freeze().IsEmpty);
    }
}
