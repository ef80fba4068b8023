using System.Numerics;
using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Fills windows from a document-at-a-time scorer: for kinds without a window scorer of their own.</summary>
/// <param name="withScores">False when match bits are enough.</param>
/// <param name="budget">Asked for every candidate; null when telling a match costs nothing.</param>
internal sealed class CursorWindowScorer(Scorer scorer, bool withScores, SearchBudget? budget = null) : WindowScorer
{
    private readonly DocIdCursor _candidates = scorer.Approximation;

    public override long Cost => scorer.Cost;

    public override bool Accumulates => true;

    public override int Seek(int target) => _candidates.DocId < target ? _candidates.Advance(target) : _candidates.DocId;

    public override void Score(int from, int to, ScoreWindow window)
    {
        for (int docId = Seek(from); docId < to && !IsStopped; docId = _candidates.NextDoc())
            AddIfMatch(docId, window);
    }

    public override void Find(int from, int to, ScoreWindow window, Span<ulong> found)
    {
        for (var word = 0; word < window.Matches.Length && !IsStopped; word++)
        {
            for (ulong bits = window.Matches[word]; bits != 0; bits &= bits - 1)
            {
                int docId = window.Base + (word << 6) + BitOperations.TrailingZeroCount(bits);
                if (Seek(docId) == docId && AddIfMatch(docId, window))
                    found[word] |= 1UL << docId;
            }
        }
    }

    public override float MaxScore(int from, int upTo) => withScores ? float.PositiveInfinity : 0f;

    private bool IsStopped => budget is { IsStopped: true };

    private bool AddIfMatch(int docId, ScoreWindow window)
    {
        if (!scorer.Matches() || budget is not null && budget.ShouldStop())
            return false;
        window.Add(docId, withScores ? scorer.Score() : 0f);
        return true;
    }
}
