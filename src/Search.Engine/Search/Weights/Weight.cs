using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Weights;

/// <summary>A query bound to an index: its statistics are known, its boosts are multiplied in.</summary>
/// <remarks>Shareable between threads; the scorers that it makes are not.</remarks>
/// <param name="needsScores">False when only the set of documents counts.</param>
internal abstract class Weight(Query query, bool needsScores)
{
    /// <summary>The query that is bound.</summary>
    public Query Query => query;

    /// <summary>Whether the scorers compute scores.</summary>
    public bool NeedsScores => needsScores;

    /// <summary>The plain twin: the definition of what matches in a segment; null when nothing does.</summary>
    public abstract Scorer? Scorer(Leaf leaf);

    /// <summary>What production runs on; null when nothing matches in the segment.</summary>
    public virtual WindowScorer? WindowScorer(Leaf leaf, WindowArena arena) =>
        Scorer(leaf) is { } scorer ? new CursorWindowScorer(scorer, needsScores, arena.Budget) : null;

    /// <summary>How the score of a document of the segment comes about; the value equals the score bit for bit.</summary>
    public virtual Explanation Explain(Leaf leaf, int docId) =>
        ScoreOf(leaf, docId) is { } score ? Explanation.Match(score, Describe(docId)) : Explanation.NoMatch(Describe(docId));

    /// <summary>Adds the intervals that make a document match.</summary>
    /// <returns>Whether it matches; when not, nothing is added.</returns>
    public virtual bool CollectMatches(Leaf leaf, int docId, MatchSink sink)
    {
        if (!sink.TryReuse(this, leaf, out Scorer? scorer))
            sink.Keep(this, scorer = Scorer(leaf));
        return scorer is not null && StandsAt(scorer, docId);
    }

    /// <summary>Whether a cursor, which may have been left behind, has a document.</summary>
    protected static bool StandsAt(DocIdCursor cursor, int docId) => (cursor.DocId < docId ? cursor.Advance(docId) : cursor.DocId) == docId;

    /// <summary>Number of documents of the segment that match, deleted ones included, when that costs nothing; else -1.</summary>
    public virtual int QuickCount(Leaf leaf) => -1;

    /// <summary>The score of a document; null when it does not match.</summary>
    protected float? ScoreOf(Leaf leaf, int docId) =>
        Scorer(leaf) is { } scorer && scorer.Advance(docId) == docId ? scorer.Score() : null;

    /// <summary>The heading of an explanation.</summary>
    protected string Describe(int docId) => $"{query}, doc {docId} of its segment";
}
