using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;
using Search.Engine.Search.Weights;
using Search.Engine.Tests.Infrastructure.Memory;

namespace Search.Engine.Tests.Search;

/// <summary>What production runs on is held against its plain twin.</summary>
public sealed class WindowScorerTests
{
    // More than a window of documents.
    private const int Documents = 9000;
    private const int QueriesPerSeed = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Windows_hold_what_the_plain_twin_finds_with_the_same_score_bits(int seed)
    {
        var random = new RandomQueries(seed);
        var searcher = new IndexSearcher(random.Index(Documents));
        var found = 0;
        for (var i = 0; i < QueriesPerSeed; i++)
        {
            Query query = random.Next();
            List<(int, uint)> plain = Plain(searcher, searcher.Rewrite(query));
            Assert.True(plain.SequenceEqual(Windows(searcher, query)), query.ToString());
            Assert.Equal(plain.Count, searcher.Count(query));
            found += plain.Count > 0 ? 1 : 0;
        }
        Assert.True(found > QueriesPerSeed / 3, "hardly any query finds anything");
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(7, 2)]
    [InlineData(8, 3)]
    public void The_best_hits_are_those_of_the_plain_twin_however_few_are_counted(int seed, int depth)
    {
        var random = new RandomQueries(seed);
        var numbers = new Random(seed);
        var searcher = new IndexSearcher(random.Index(Documents));
        var skipped = 0;
        for (var i = 0; i < 2 * QueriesPerSeed; i++)
        {
            Query query = random.Next(depth);
            int k = numbers.Next(1, 25);
            int threshold = numbers.Next(100);
            TopDocs few = searcher.Search(query, k, new SearchOptions { TotalHitsThreshold = threshold });
            List<(int Doc, uint Score)> plain = Plain(searcher, searcher.Rewrite(query));
            IEnumerable<(int, uint)> best = plain.OrderByDescending(hit => BitConverter.UInt32BitsToSingle(hit.Score)).ThenBy(hit => hit.Doc).Take(k);
            Assert.True(best.SequenceEqual(few.ScoreDocs.Select(hit => (hit.Doc, BitConverter.SingleToUInt32Bits(hit.Score)))), query.ToString());
            Assert.True(few.TotalHits.Value <= plain.Count, query.ToString());
            Assert.True(few.TotalHits.IsExact ? few.TotalHits.Value == plain.Count : few.TotalHits.Value > threshold, query.ToString());
            skipped += few.TotalHits.Value < plain.Count ? 1 : 0;
        }
        Assert.True(skipped > QueriesPerSeed / 10, "hardly any query leaves out what cannot compete");
    }

    [Fact]
    public void Rare_clauses_score_alike_where_only_some_documents_have_the_field()
    {
        var random = new Random(9);
        // So many that what the rarer one has is still waiting when a step ends.
        List<Document> documents = [.. Enumerable.Range(0, 5 * Documents).Select(_ => new Document())];
        foreach ((string field, int share) in ((string, int)[])[("f", 12), ("g", 200)])
        {
            foreach (Document document in documents.Where(_ => random.Next(share) == 0))
                document.Add(Field.CreateText(field, "rare" + string.Concat(Enumerable.Repeat(" other", random.Next(30)))));
        }
        var searcher = new IndexSearcher(MemoryIndex.Build(new WhitespaceAnalyzer(), documents));
        var query = new BooleanQuery([new(new TermQuery(new Term("f", "rare")), Occur.Should), new(new TermQuery(new Term("g", "rare")), Occur.Should)]);
        List<(int, uint)> plain = Plain(searcher, query);
        Assert.Equal(plain, Windows(searcher, query));
        IEnumerable<(int, uint)> best = plain.OrderByDescending(hit => BitConverter.UInt32BitsToSingle(hit.Item2)).ThenBy(hit => hit.Item1).Take(20);
        TopDocs found = searcher.Search(query, 20, new SearchOptions { TotalHitsThreshold = int.MaxValue });
        Assert.Equal(best, found.ScoreDocs.Select(hit => (hit.Doc, BitConverter.SingleToUInt32Bits(hit.Score))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(2000)]
    public void Words_find_the_documents_of_bunches_that_are_far_apart(int bunch)
    {
        var random = new Random(bunch);
        IEnumerable<Document> documents = Enumerable.Range(0, 5 * Documents).Select(i =>
        {
            var document = new Document();
            document.Add(Field.CreateText("f", string.Concat(Enumerable.Repeat("often ", random.Next(5))) + string.Concat(Enumerable.Repeat("other ", random.Next(20)))));
            document.Add(Field.CreatePoint("n", (long)(i / bunch)));
            return document;
        });
        var searcher = new IndexSearcher(MemoryIndex.Build(new WhitespaceAnalyzer(), [.. documents]));
        long last = 5L * Documents / bunch;
        long[] bunches = [0, last / 3, last / 3 + 1, last - 1];
        Query[] ranges = [PointSetQuery.Int64("n", bunches), PointRangeQuery.Int64("n", last / 3, last / 2)];
        var often = new TermQuery(new Term("f", "often"));
        Query[] words = [often, new BooleanQuery([new(often, Occur.Should), new(new TermQuery(new Term("f", "other")), Occur.Should)])];
        foreach ((Query range, Query word) in ranges.SelectMany(range => words.Select(word => (range, word))))
        {
            var query = new BooleanQuery([new(word, Occur.Must), new(range, Occur.Filter)]);
            List<(int Doc, uint Score)> plain = Plain(searcher, query);
            Assert.Equal(plain, Windows(searcher, query));
            IEnumerable<(int, uint)> best = plain.OrderByDescending(hit => BitConverter.UInt32BitsToSingle(hit.Score)).ThenBy(hit => hit.Doc).Take(5);
            TopDocs few = searcher.Search(query, 5, new SearchOptions { TotalHitsThreshold = 1 });
            Assert.Equal(best, few.ScoreDocs.Select(hit => (hit.Doc, BitConverter.SingleToUInt32Bits(hit.Score))));
        }
    }

    [Theory]
    [InlineData(5)]
    public void Documents_match_by_intervals_exactly_when_they_are_hits(int seed)
    {
        var random = new RandomQueries(seed);
        var searcher = new IndexSearcher(random.Index(400));
        for (var i = 0; i < QueriesPerSeed; i++)
        {
            Query query = random.Next();
            Weight weight = query.CreateWeight(searcher, needsScores: false, 1f);
            HashSet<int> hits = [.. Plain(searcher, query, withDeleted: true).Select(hit => hit.Doc)];
            foreach (Leaf leaf in searcher.Reader.Leaves)
            {
                for (var docId = 0; docId < leaf.Reader.MaxDoc; docId++)
                    Assert.Equal(hits.Contains(leaf.DocBase + docId), weight.CollectMatches(leaf, docId, new(field: null)));
            }
        }
    }

    [Theory]
    [InlineData(6)]
    public void An_explanation_has_the_score_bit_for_bit(int seed)
    {
        var random = new RandomQueries(seed);
        var searcher = new IndexSearcher(random.Index(400));
        for (var i = 0; i < QueriesPerSeed; i++)
        {
            Query query = random.Next();
            Dictionary<int, uint> hits = Plain(searcher, searcher.Rewrite(query), withDeleted: true).ToDictionary(hit => hit.Doc, hit => hit.Score);
            for (var doc = 0; doc < searcher.Reader.MaxDoc; doc += 11)
            {
                Explanation explanation = searcher.Explain(query, doc);
                Assert.Equal(hits.ContainsKey(doc), explanation.IsMatch);
                Assert.Equal(hits.GetValueOrDefault(doc), BitConverter.SingleToUInt32Bits(explanation.Value));
            }
        }
    }

    private static List<(int Doc, uint Score)> Plain(IndexSearcher searcher, Query query, bool withDeleted = false)
    {
        Weight weight = query.CreateWeight(searcher, needsScores: true, 1f);
        var hits = new List<(int, uint)>();
        foreach (Leaf leaf in searcher.Reader.Leaves)
        {
            Scorer? scorer = weight.Scorer(leaf);
            while (scorer is not null && scorer.NextDoc() != DocIdCursor.NoMoreDocs)
            {
                if (withDeleted || leaf.Reader.LiveDocs?.Get(scorer.DocId) != false)
                    hits.Add((leaf.DocBase + scorer.DocId, BitConverter.SingleToUInt32Bits(scorer.Score())));
            }
        }
        return hits;
    }

    private static List<(int Doc, uint Score)> Windows(IndexSearcher searcher, Query query)
    {
        var collector = new HitList();
        searcher.Search(query, collector);
        return collector.Hits;
    }
}
