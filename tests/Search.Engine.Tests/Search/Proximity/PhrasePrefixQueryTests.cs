using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Tests.Infrastructure.Memory;

namespace Search.Engine.Tests.Search.Proximity;

/// <summary>Phrases whose last word is only begun.</summary>
public sealed class PhrasePrefixQueryTests
{
    [Fact]
    public void It_scores_as_the_multi_phrase_of_the_first_terms_in_order_over_all_segments()
    {
        var searcher = new IndexSearcher(MemoryIndex.OfSegments([["x b3", "x b1 b5"], ["x b2 x b1", "b1 x", "x a"]], blockSize: 4));
        Term[] last = [.. new[] { "b1", "b2", "b3" }.Select(text => new Term("f", text))];
        var expected = new MultiPhraseQuery("f", [([new Term("f", "x")], 0), (last, 1)], 1);
        TopDocs hits = searcher.Search(new PhrasePrefixQuery("f", ["x", "b"], slop: 1, maxExpansions: 3), 10);
        Assert.Equal(searcher.Search(expected, 10).ScoreDocs, hits.ScoreDocs);
        Assert.Equal([0, 1, 2], hits.ScoreDocs.Select(hit => hit.Doc).Order());
    }

    [Fact]
    public void Terms_beyond_the_limit_do_not_match()
    {
        var searcher = new IndexSearcher(MemoryIndex.OfSegments([["x b3"], ["x b1"], ["x b2"]], blockSize: 4));
        Assert.Equal([1, 2], searcher.Search(new PhrasePrefixQuery("f", ["x", "b"], maxExpansions: 2), 10).ScoreDocs.Select(hit => hit.Doc));
    }

    [Fact]
    public void One_word_alone_matches_where_a_term_starts_with_it()
    {
        var searcher = new IndexSearcher(MemoryIndex.OfTexts("rain", "rainy", "train", "r"));
        Assert.Equal(2, searcher.Count(new PhrasePrefixQuery("f", ["rain"])));
        Assert.Equal(0, searcher.Count(new PhrasePrefixQuery("f", ["rainx"])));
        Assert.Equal(0, searcher.Count(new PhrasePrefixQuery("g", ["rain"])));
    }

    [Fact]
    public void A_match_is_one_interval_of_the_query_as_it_was_asked()
    {
        var searcher = new IndexSearcher(MemoryIndex.OfTexts("a heavy rainfall x rain"));
        var query = new PhrasePrefixQuery("f", ["heavy", "rain"]);
        Assert.Equal([(1, 2)], searcher.Matches(query, 0).Select(match => (match.StartPosition, match.EndPosition)));
        Assert.Same(query, searcher.Matches(query, 0)[0].Clause);
        Assert.Equal([4, 2], new[] { new PhrasePrefixQuery("f", ["x", "r"]), new PhrasePrefixQuery("f", ["rainf"]) }.Select(each => searcher.Matches(each, 0)[0].EndPosition));
    }

    [Fact]
    public void An_explanation_has_the_score()
    {
        var searcher = new IndexSearcher(MemoryIndex.OfTexts("heavy rainfall", "heavy rain heavy rains"));
        var query = new PhrasePrefixQuery("f", ["heavy", "rain"]);
        Assert.All(searcher.Search(query, 10).ScoreDocs, hit => Assert.Equal(hit.Score, searcher.Explain(query, hit.Doc).Value));
    }
}
