using Search.Engine.Index;
using Search.Engine.Indexing.Deletes;
using Search.Engine.Search.Queries;

namespace Search.Engine.Tests.Indexing.Deletes;

public class DeleteQueueTests
{
    private readonly DeleteQueue _queue = new();

    [Fact]
    public void A_term_deleted_twice_keeps_the_later_number()
    {
        _queue.Add(new Term("id", "b"), 3);
        _queue.Add(new Term("id", "a"), 4);
        _queue.Add(new Term("id", "b"), 7);

        var packet = new DeletePacket(_queue.Freeze());

        Assert.Equal(["id:a", "id:b"], packet.Terms.ToArray().Select(term => term.ToString()));
        Assert.Equal([4, 7], packet.TermSequences.ToArray());
        Assert.Equal(7, packet.LastSequence);
    }

    [Fact]
    public void Equal_queries_are_one()
    {
        _queue.Add(new TermQuery(new Term("id", "b")), 3);
        _queue.Add(new TermQuery(new Term("id", "b")), 5);
        Assert.Equal([5], new DeletePacket(_queue.Freeze()).QuerySequences.ToArray());
    }

    [Fact]
    public void A_packet_is_kept_as_long_as_an_older_document_is_not_published()
    {
        _queue.Add(new Term("id", "a"), 5);
        var packet = new DeletePacket(_queue.Freeze());
        Assert.True(_queue.BufferedBytes > 0);

        _queue.Retain(packet, oldestUnpublished: 4);
        Assert.Equal([packet], _queue.Retained);
        _queue.Retain(new DeletePacket(_queue.Freeze()), oldestUnpublished: 6);
        Assert.Empty(_queue.Retained);
        Assert.Equal(0, _queue.BufferedBytes);
    }

    [Fact]
    public void Clearing_forgets_deletes_and_keeps_counting()
    {
        Assert.Equal(1, _queue.NextSequence());
        _queue.Add(new Term("id", "a"), 1);
        _queue.Clear();
        Assert.Equal(0, _queue.BufferedBytes);
        Assert.True(_queue.Freeze().IsEmpty);
        Assert.Equal(2, _queue.NextSequence());
    }
}
