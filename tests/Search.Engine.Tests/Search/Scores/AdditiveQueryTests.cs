using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;
using Search.Engine.Search.Weights;
using Search.Engine.Tests.Infrastructure.Memory;

namespace Search.Engine.Tests.Search.Scores;

/// <summary>Scores that are sums of parts, rounded once.</summary>
public sealed class AdditiveQueryTests
{
    [Theory]
    [InlineData(71)]
    [InlineData(72)]
    public void Windows_and_explanations_hold_the_sum_of_the_parts_to_the_last_bit(int seed)
    {
        var random = new RandomQueries(seed);
        MemoryIndex index = random.Index(1500);
        var searcher = new IndexSearcher(index);
        var checkedScores = 0;
        for (var i = 0; i < 60; i++)
        {
            Query[] parts = [.. Enumerable.Range(0, 1 + (i % 4)).Select(_ => random.Next(depth: 2))];
            var query = new AdditiveQuery(parts[0], parts[1..]);
            TopDocs hits = searcher.Search(query, 40);
            Assert.Equal(searcher.Count(parts[0]), searcher.Count(query));
            foreach (ScoreDoc hit in hits.ScoreDocs)
            {
                double sum = parts.Select(part => searcher.Explain(part, hit.Doc)).Where(part => part.IsMatch).Sum(part => (double)part.Value);
                Assert.Equal((float)sum, hit.Score);
                Assert.Equal(hit.Score, searcher.Explain(query, hit.Doc).Value);
                Assert.Equal(hit.Score, PlainScore(searcher, query, hit.Doc));
                checkedScores++;
            }
        }
        Assert.True(checkedScores > 500, "hardly any query finds anything");
    }

    [Fact]
    public void Additions_never_make_a_document_match_and_are_marked_where_they_do()
    {
        var searcher = new IndexSearcher(MemoryIndex.OfTexts("a b", "b", "a"));
        var query = new AdditiveQuery(new TermQuery(new Term("f", "a")), [new TermQuery(new Term("f", "b"))]);
        Assert.Equal([0, 2], searcher.Search(query, 10).ScoreDocs.Select(hit => hit.Doc).Order());
        Assert.Equal([0, 1], searcher.Matches(query, 0).Select(interval => interval.StartPosition));
        Assert.Empty(searcher.Matches(query, 1));
    }

    [Fact]
    public void Equal_when_the_parts_are()
    {
        var a = new TermQuery(new Term("f", "a"));
        var b = new TermQuery(new Term("f", "b"));
        Assert.Equal(new AdditiveQuery(a, [b]), new AdditiveQuery(a, [b]));
        Assert.Equal(new AdditiveQuery(a, [b]).GetHashCode(), new AdditiveQuery(a, [b]).GetHashCode());
        Assert.NotEqual(new AdditiveQuery(a, [b]), new AdditiveQuery(b, [a]));
        Assert.NotEqual(new AdditiveQuery(a, [b]), new AdditiveQuery(a, []));
    }

    private static float PlainScore(IndexSearcher searcher, Query query, int doc)
    {
        Leaf leaf = searcher.Reader.LeafOf(doc);
        Weight weight = searcher.Rewrite(query).CreateWeight(searcher, needsScores: true, 1f);
        Scorer scorer = weight.Scorer(leaf)!;
        Assert.Equal(doc - leaf.DocBase, scorer.Advance(doc - leaf.DocBase));
        return scorer.Score();
    }
}
