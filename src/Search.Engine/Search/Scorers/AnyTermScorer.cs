using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents with any of several weighted terms.</summary>
internal abstract class AnyTermScorer((PostingsEnum Postings, float Boost)[] terms) : Scorer
{
    private int _docId = -1;

    public sealed override int DocId => _docId;

    public sealed override long Cost
    {
        get
        {
            var cost = 0L;
            foreach ((PostingsEnum postings, float _) in terms)
                cost += postings.Cost;
            return cost;
        }
    }

    /// <summary>All terms; those that the current document has stand on it.</summary>
    protected ReadOnlySpan<(PostingsEnum Postings, float Boost)> Terms => terms;

    public sealed override int NextDoc() => Advance(_docId + 1);

    public sealed override int Advance(int target)
    {
        _docId = NoMoreDocs;
        foreach ((PostingsEnum postings, float _) in terms)
            _docId = Math.Min(_docId, postings.DocId < target ? postings.Advance(target) : postings.DocId);
        return _docId;
    }
}
