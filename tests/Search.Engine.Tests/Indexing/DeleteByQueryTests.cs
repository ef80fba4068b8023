using Search.Engine.Analysis;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Search.Queries;
using Search.Engine.Store;

namespace Search.Engine.Tests.Indexing;

public sealed class DeleteByQueryTests : IDisposable
{
    private readonly MemoryDirectory _directory = new();
    private readonly IndexWriter _writer;

    public DeleteByQueryTests() =>
        _writer = IndexWriter.Open(_directory, new IndexWriterOptions { Analyzer = new StandardAnalyzer() });

    public void Dispose()
    {
        _writer.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void A_query_deletes_what_it_matches_among_the_documents_before_it()
    {
        _writer.AddDocument(Seen.Document("1", "red apple"));
        _writer.AddDocument(Seen.Document("2", "green apple"));
        _writer.Commit();
        _writer.AddDocument(Seen.Document("3", "red apple"));
        _writer.AddDocument(Seen.Document("4", "red apple pie"));
        _writer.DeleteDocuments(new PhraseQuery("t", [(new Term("t", "red"), 0), (new Term("t", "apple"), 1)]), new TermQuery(new Term("t", "nothing")));
        _writer.AddDocument(Seen.Document("5", "red apple"));
        _writer.Commit();
        Assert.Equal("2:green apple 5:red apple", Seen.In(_directory));
    }

    [Fact]
    public void An_update_by_query_replaces_what_the_query_matches()
    {
        _writer.AddDocument(Seen.Document("1", "a"));
        _writer.AddDocument(Seen.Document("2", "b"));
        _writer.UpdateDocument(new PrefixQuery(new Term("id", "1")), Seen.Document("1", "a2"));
        _writer.UpdateDocuments(new TermQuery(new Term("t", "b")), [Seen.Document("2", "b2"), Seen.Document("2", "b3")]);
        _writer.Commit();
        Assert.Equal("1:a2 2:b2 2:b3", Seen.In(_directory));
    }

    [Fact]
    public void Deletes_by_query_and_by_term_count_in_the_order_of_the_calls()
    {
        _writer.AddDocument(Seen.Document("1", "a"));
        long first = _writer.DeleteDocuments(new TermQuery(new Term("id", "1")));
        long second = _writer.AddDocument(Seen.Document("1", "b"));
        _writer.DeleteDocuments(new Term("t", "b"));
        _writer.AddDocument(Seen.Document("1", "c"));
        long last = _writer.DeleteDocuments(new TermQuery(new Term("t", "nowhere")));
        Assert.True(first < second && second < last && last == _writer.LastSequenceNumber);
        _writer.Commit();
        Assert.Equal("1:c", Seen.In(_directory));
    }

    [Fact]
    public void All_documents_can_be_deleted_by_a_query_and_the_segments_go()
    {
        _writer.AddDocument(Seen.Document("1", "a"));
        _writer.Commit();
        _writer.AddDocument(Seen.Document("2", "b"));
        _writer.DeleteDocuments(new MatchAllQuery());
        Assert.True(_writer.Commit());
        Assert.Equal("", Seen.In(_directory));
        Assert.Single(_directory.ListAll());
    }
}
