using System.Numerics;
using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents of a scorer without scores, all with one score.</summary>
internal sealed class ConstantWindowScorer(WindowScorer inner, float score, WindowArena arena) : CompositeWindowScorer(arena)
{
    private bool _isCompetitive = true;

    public override long Cost => inner.Cost;

    public override int Seek(int target) => _isCompetitive ? inner.Seek(target) : DocIdCursor.NoMoreDocs;

    public override void Score(int from, int to, ScoreWindow window)
    {
        inner.Score(from, to, window);
        AddScores(window);
    }

    public override void Restrict(int from, int to, ScoreWindow window)
    {
        inner.Restrict(from, to, window);
        AddScores(window);
    }

    public override void SetMinCompetitiveScore(float minScore) => _isCompetitive = score >= minScore;

    public override float MaxScore(int from, int upTo) => score;

    private void AddScores(ScoreWindow window)
    {
        ReadOnlySpan<ulong> matches = window.Matches;
        Span<double> sums = window.Scores;
        for (var word = 0; word < matches.Length; word++)
        {
            for (ulong bits = matches[word]; bits != 0; bits &= bits - 1)
                sums[(word << 6) + BitOperations.TrailingZeroCount(bits)] += score;
        }
    }
}
