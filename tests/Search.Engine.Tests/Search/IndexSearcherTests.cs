using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Similarities;
using Search.Engine.Tests.Infrastructure;
using Search.Engine.Tests.Infrastructure.Memory;

namespace Search.Engine.Tests.Search;

public sealed class IndexSearcherTests
{
    private static readonly TermQuery A = new(new Term("f", "a"));

    [Fact]
    public void Statistics_that_the_caller_puts_in_take_the_place_of_the_fields_own()
    {
        MemoryIndex plain = MemoryIndex.OfTexts("a b c", "a", "c c");
        MemoryIndex doubled = MemoryIndex.OfTexts("a b c", "a", "c c c c c c c c c");
        CollectionStatistics statistics = new IndexSearcher(plain).StatisticsOf("f");
        var overridden = new IndexSearcher(doubled) { StatisticsOverride = (field, own) => field == "f" ? statistics : own };
        Assert.Equal(new IndexSearcher(plain).Search(A, 10).ScoreDocs, overridden.Search(A, 10).ScoreDocs);
        Assert.NotEqual(new IndexSearcher(doubled).Search(A, 10).ScoreDocs, overridden.Search(A, 10).ScoreDocs);
    }

    [Fact]
    public void Equal_scores_are_in_the_order_of_the_documents()
    {
        var searcher = new IndexSearcher(MemoryIndex.OfSegments([["a", "b", "a"], ["a", "a"]], blockSize: 2));
        Assert.Equal([0, 2, 3, 4], searcher.Search(A, 10).ScoreDocs.Select(hit => hit.Doc));
        Assert.Equal([0, 2], searcher.Search(A, 2).ScoreDocs.Select(hit => hit.Doc));
    }

    [Fact]
    public void Deleted_documents_are_not_hits_but_count_in_the_statistics()
    {
        MemoryIndex index = MemoryIndex.OfTexts("a", "a", "b");
        float before = new IndexSearcher(index).Search(A, 1).ScoreDocs[0].Score;
        index.Delete(doc => doc == 0);
        var searcher = new IndexSearcher(index);
        Assert.Equal([new ScoreDoc(1, before)], searcher.Search(A, 10).ScoreDocs);
        Assert.Equal(1, searcher.Count(A));
        Assert.Equal(2, searcher.Count(new MatchAllQuery()));
    }

    [Fact]
    public void A_field_that_no_document_has_matches_nothing()
    {
        var searcher = new IndexSearcher(MemoryIndex.OfTexts("a"));
        Assert.Empty(searcher.Search(new TermQuery(new Term("nowhere", "a")), 10).ScoreDocs);
        Assert.Equal(0, searcher.Count(new PhraseQuery("nowhere", 0, "a", "b")));
        Assert.Equal(0, searcher.Count(new FieldExistsQuery("nowhere")));
        Assert.Equal(0, searcher.Count(PointRangeQuery.Int32("nowhere", 0, 1)));
        Assert.Equal(0, searcher.Count(new PrefixQuery(new Term("nowhere", ""))));
    }

    [Fact]
    public void An_empty_index_answers_nothing()
    {
        var searcher = new IndexSearcher(MemoryIndex.OfTexts());
        Assert.Equal(new TotalHits(0, IsExact: true), searcher.Search(A, 10).TotalHits);
        Assert.Equal(0, searcher.Count(new MatchAllQuery()));
    }

    [Fact]
    public void Zero_hits_cannot_be_asked_for() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new IndexSearcher(MemoryIndex.OfTexts("a")).Search(A, 0));

    [Fact]
    public void A_cancelled_search_stops()
    {
        var searcher = new IndexSearcher(MemoryIndex.OfTexts("a"));
        var options = new SearchOptions { Cancellation = new CancellationToken(canceled: true) };
        Assert.Throws<OperationCanceledException>(() => searcher.Search(A, 1, options));
    }

    [Fact]
    public void Points_of_another_width_are_refused()
    {
        var searcher = new IndexSearcher(GoldenCorpus.SingleInMemory);
        Assert.Throws<InvalidOperationException>(() => searcher.Count(PointRangeQuery.Int64("year", 2018, 2020)));
    }

    [Fact]
    public void An_order_puts_missing_strings_first_unless_told_otherwise_and_numbers_at_their_stand_in()
    {
        var searcher = new IndexSearcher(MemoryIndex.Build(new KeywordAnalyzer(), [[Sparse("b", 5), Sparse(null, null)], [Sparse("a", 1), Sparse("c", -2)]]));
        Assert.Equal([1, 2, 0, 3], Order(SortField.Text("s")));
        Assert.Equal([3, 0, 2, 1], Order(SortField.Text("s") with { Reverse = true }));
        Assert.Equal([2, 0, 3, 1], Order(SortField.Text("s") with { MissingTextLast = true }));
        Assert.Equal([1, 3, 0, 2], Order(SortField.Text("s") with { MissingTextLast = true, Reverse = true }));
        Assert.Equal([3, 1, 2, 0], Order(SortField.Integer("n")));
        Assert.Equal([0, 2, 1, 3], Order(SortField.Integer("n") with { Reverse = true }));
        Assert.Equal([3, 2, 0, 1], Order(SortField.Integer("n") with { MissingInteger = long.MaxValue }));
        Assert.Equal([0, 1, 2, 3], Order(SortField.Score, SortField.Doc));

        int[] Order(params SortField[] sort)
        {
            var all = new MatchAllQuery();
            int[] whole = [.. searcher.Search(all, 10, new SearchOptions { Sort = sort }).ScoreDocs.Select(hit => hit.Doc)];
            Assert.Equal(whole[..2], searcher.Search(all, 2, new SearchOptions { Sort = sort }).ScoreDocs.Select(hit => hit.Doc));
            return whole;
        }
    }

    private static Document Sparse(string? text, long? number)
    {
        Document document = [Field.CreateKeyword("id", "x")];
        if (text is not null)
            document.Add(Field.CreateColumn("s", text));
        if (number is { } value)
            document.Add(Field.CreateColumn("n", value));
        return document;
    }
}
