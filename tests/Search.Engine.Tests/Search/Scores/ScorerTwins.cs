using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Collectors;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;
using Search.Engine.Search.Weights;

namespace Search.Engine.Tests.Search.Scores;

/// <summary>Holds all ways to find the documents of a query against its plain twin.</summary>
internal static class ScorerTwins
{
    /// <summary>Windows, counts, intervals and explanations agree with the plain twin; returns how many documents match.</summary>
    /// <param name="step">Intervals and explanations are looked at for one document of so many.</param>
    public static int AssertAlike(IndexSearcher searcher, Query query, int step = 7)
    {
        Query rewritten = searcher.Rewrite(query);
        Weight weight = rewritten.CreateWeight(searcher, needsScores: true, 1f);
        var all = new Dictionary<int, uint>();
        foreach (Leaf leaf in searcher.Reader.Leaves)
            AddAll(weight.Scorer(leaf), leaf.DocBase, all);
        Dictionary<int, uint> live = all.Where(hit => IsLive(searcher.Reader, hit.Key)).ToDictionary();

        var windows = new AllHits();
        searcher.Search(query, windows);
        Assert.True(live.OrderBy(hit => hit.Key).SequenceEqual(windows.Hits.OrderBy(hit => hit.Key)), $"{query}: windows differ");
        Assert.True(live.Count == searcher.Count(query), $"{query}: counts differ");
        AssertSkips(weight, searcher.Reader, all, query);

        Weight unscored = query.CreateWeight(searcher, needsScores: false, 1f);
        for (var doc = 0; doc < searcher.Reader.MaxDoc; doc += step)
        {
            Leaf leaf = searcher.Reader.LeafOf(doc);
            bool matches = all.TryGetValue(doc, out uint score);
            Assert.True(matches == unscored.CollectMatches(leaf, doc - leaf.DocBase, new(field: null)), $"{query}: intervals differ in {doc}");
            Explanation explanation = searcher.Explain(query, doc);
            Assert.True(explanation.IsMatch == matches, $"{query}: explanation differs in {doc}");
            Assert.True(score == BitConverter.SingleToUInt32Bits(explanation.Value), $"{query}: explained score differs in {doc}");
        }
        return live.Count;
    }

    // A scorer that is advanced in leaps stands where one stands that goes step by step.
    private static void AssertSkips(Weight weight, IndexReader reader, Dictionary<int, uint> all, Query query)
    {
        foreach (Leaf leaf in reader.Leaves)
        {
            int[] docs = [.. all.Keys.Where(doc => reader.LeafOf(doc) == leaf).Select(doc => doc - leaf.DocBase).Order()];
            Scorer? scorer = weight.Scorer(leaf);
            var step = 1;
            for (var target = 0; scorer is not null && target < leaf.Reader.MaxDoc; target = scorer.DocId == DocIdCursor.NoMoreDocs ? int.MaxValue : scorer.DocId + step)
            {
                int expected = docs.FirstOrDefault(doc => doc >= target, DocIdCursor.NoMoreDocs);
                Assert.True(expected == scorer.Advance(target), $"{query}: advancing to {target} differs");
                if (expected != DocIdCursor.NoMoreDocs)
                    Assert.True(all[leaf.DocBase + expected] == BitConverter.SingleToUInt32Bits(scorer.Score()), $"{query}: score after a leap differs");
                step = step * 3 % 50;
            }
        }
    }

    private static void AddAll(Scorer? scorer, int docBase, Dictionary<int, uint> hits)
    {
        while (scorer is not null && scorer.NextDoc() != DocIdCursor.NoMoreDocs)
            hits.Add(docBase + scorer.DocId, BitConverter.SingleToUInt32Bits(scorer.Score()));
    }

    private static bool IsLive(IndexReader reader, int doc)
    {
        Leaf leaf = reader.LeafOf(doc);
        return leaf.Reader.LiveDocs?.Get(doc - leaf.DocBase) != false;
    }

    private sealed class AllHits : ICollector, ILeafCollector
    {
        private int _docBase;

        public List<KeyValuePair<int, uint>> Hits { get; } = [];

        public bool NeedsScores => true;

        public ILeafCollector StartLeaf(Leaf leaf)
        {
            _docBase = leaf.DocBase;
            return this;
        }

        public void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
        {
            for (var i = 0; i < docs.Length; i++)
                Hits.Add(new(_docBase + docs[i], BitConverter.SingleToUInt32Bits(scores[i])));
        }
    }
}
