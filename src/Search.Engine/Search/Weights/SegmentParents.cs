using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Weights;

/// <summary>The parents of each segment of an index, looked for where the filter does not know them yet.</summary>
/// <remarks>Shareable.</remarks>
internal sealed class SegmentParents(ParentFilter filter, IndexSearcher searcher)
{
    private Weight? _weight;

    /// <summary>The parents among all documents of a segment, deleted ones included.</summary>
    public FixedBitSet Of(Leaf leaf) => filter.Known(leaf) ?? filter.Keep(leaf, Find(leaf));

    private FixedBitSet Find(Leaf leaf)
    {
        Weight weight = LazyInitializer.EnsureInitialized(
            ref _weight, () => searcher.Rewrite(filter.Query).CreateWeight(searcher, needsScores: false, 1f));
        var parents = new FixedBitSet(leaf.Reader.MaxDoc);
        Scorer? scorer = weight.Scorer(leaf);
        while (scorer is not null && scorer.NextDoc() != DocIdCursor.NoMoreDocs)
            parents.Set(scorer.DocId);
        return parents;
    }
}
