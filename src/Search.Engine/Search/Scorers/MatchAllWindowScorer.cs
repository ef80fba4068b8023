using System.Numerics;
using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Every document of a segment, all with one score.</summary>
internal sealed class MatchAllWindowScorer(int maxDoc, float score) : WindowScorer
{
    private bool _isCompetitive = true;

    public override long Cost => maxDoc;

    public override long LeastMatches => maxDoc;

    public override bool Accumulates => true;

    public override int Seek(int target) => _isCompetitive && target < maxDoc ? target : DocIdCursor.NoMoreDocs;

    public override void Score(int from, int to, ScoreWindow window) => window.AddRange(from, Math.Min(to, maxDoc), score);

    public override void Find(int from, int to, ScoreWindow window, Span<ulong> found)
    {
        for (var word = 0; word < window.Matches.Length; word++)
        {
            found[word] |= window.Matches[word];
            for (ulong bits = score == 0 ? 0 : window.Matches[word]; bits != 0; bits &= bits - 1)
                window.Scores[(word << 6) + BitOperations.TrailingZeroCount(bits)] += score;
        }
    }

    public override void SetMinCompetitiveScore(float minScore) => _isCompetitive = score >= minScore;

    public override float MaxScore(int from, int upTo) => score;
}
