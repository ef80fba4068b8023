using System.Numerics;
using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents of a scorer without scores, all with one score.</summary>
internal sealed class ConstantWindowScorer(WindowScorer inner, float score, WindowArena arena) : CompositeWindowScorer(arena)
{
    private bool _isCompetitive = true;

    public override long Cost => inner.Cost;

    public override long LeastMatches => inner.LeastMatches;

    public override int Seek(int target) => _isCompetitive ? inner.Seek(target) : DocIdCursor.NoMoreDocs;

    public override void Score(int from, int to, ScoreWindow window)
    {
        inner.Score(from, to, window);
        AddScores(window, window.Matches);
    }

    public override int List(int from, int to, ScoreWindow window, Candidates list)
    {
        int end = inner.List(from, to, window, list);
        list.Sums.Fill(score);
        return end;
    }

    public override void Find(int from, int to, ScoreWindow window, Span<ulong> found)
    {
        Span<ulong> own = stackalloc ulong[ScoreWindow.WordCount];
        own.Clear();
        inner.Find(from, to, window, own);
        AddScores(window, own);
        for (var word = 0; word < own.Length; word++)
            found[word] |= own[word];
    }

    public override void SetMinCompetitiveScore(float minScore) => _isCompetitive = score >= minScore;

    public override float MaxScore(int from, int upTo) => score;

    private void AddScores(ScoreWindow window, ReadOnlySpan<ulong> matches)
    {
        Span<double> sums = window.Scores;
        for (var word = 0; word < matches.Length; word++)
        {
            for (ulong bits = matches[word]; bits != 0; bits &= bits - 1)
                sums[(word << 6) + BitOperations.TrailingZeroCount(bits)] += score;
        }
    }
}
