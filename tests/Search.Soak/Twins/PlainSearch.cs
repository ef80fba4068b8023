using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;
using Search.Engine.Search.Weights;

namespace Search.Soak.Twins;

/// <summary>A search as it is defined: every document that matches is scored, one at a time, and all are sorted.</summary>
internal static class PlainSearch
{
    /// <summary>The first hits by score, then by document; and how many there are.</summary>
    public static (IReadOnlyList<(int Doc, uint ScoreBits)> First, int Total) Run(IndexSearcher searcher, Query query, int hits)
    {
        Weight weight = searcher.Rewrite(query).CreateWeight(searcher, needsScores: true, 1f);
        var all = new List<(int Doc, float Score)>();
        foreach (Leaf leaf in searcher.Reader.Leaves)
            AddAll(weight.Scorer(leaf), leaf, all);
        return ([.. all.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Doc).Take(hits).Select(hit => (hit.Doc, BitConverter.SingleToUInt32Bits(hit.Score)))], all.Count);
    }

    private static void AddAll(Scorer? scorer, Leaf leaf, List<(int Doc, float Score)> hits)
    {
        while (scorer is not null && scorer.NextDoc() != DocIdCursor.NoMoreDocs)
        {
            if (leaf.Reader.LiveDocs?.Get(scorer.DocId) != false)
                hits.Add((leaf.DocBase + scorer.DocId, scorer.Score()));
        }
    }
}
