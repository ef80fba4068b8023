using System.Numerics;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents that any of several scorers has; the score is the best one and a share of the others.</summary>
internal sealed class DisjunctionMaxWindowScorer : CompositeWindowScorer
{
    private readonly WindowScorer[] _clauses;
    private readonly float _tieBreaker;
    private readonly ClauseCandidates _candidates;
    private readonly ScoreWindow _scratch;
    private readonly float[] _best = new float[ScoreWindow.Size];

    public DisjunctionMaxWindowScorer(WindowScorer[] clauses, float tieBreaker, WindowArena arena)
        : base(arena)
    {
        _clauses = clauses;
        _tieBreaker = tieBreaker;
        _candidates = new ClauseCandidates(clauses);
        _scratch = RentWindow();
        foreach (WindowScorer clause in clauses)
            Cost += clause.Cost;
    }

    public override long Cost { get; }

    public override int Seek(int target) => _candidates.Seek(target);

    // While clauses are added the window's sums hold the scores other than the best.
    public override void Score(int from, int to, ScoreWindow window)
    {
        _best.AsSpan(from - window.Base, to - from).Clear();
        for (var i = 0; i < _clauses.Length; i++)
        {
            int start = _candidates.Next(i, from);
            if (start >= to)
                continue;
            _scratch.MoveTo(window.Base);
            _clauses[i].Score(start, to, _scratch);
            AddClause(window);
            _scratch.Clear();
        }
        Combine(window);
    }

    private void AddClause(ScoreWindow window)
    {
        Span<ulong> matches = window.Matches;
        Span<double> others = window.Scores;
        for (var word = 0; word < matches.Length; word++)
        {
            ulong bits = _scratch.Matches[word];
            matches[word] |= bits;
            for (; bits != 0; bits &= bits - 1)
            {
                int slot = (word << 6) + BitOperations.TrailingZeroCount(bits);
                var score = (float)_scratch.Scores[slot];
                if (score >= _best[slot])
                    (score, _best[slot]) = (_best[slot], score);
                others[slot] += score;
            }
        }
    }

    private void Combine(ScoreWindow window)
    {
        Span<double> sums = window.Scores;
        ReadOnlySpan<ulong> matches = window.Matches;
        for (var word = 0; word < matches.Length; word++)
        {
            for (ulong bits = matches[word]; bits != 0; bits &= bits - 1)
            {
                int slot = (word << 6) + BitOperations.TrailingZeroCount(bits);
                sums[slot] = (float)(_best[slot] + sums[slot] * _tieBreaker);
            }
        }
    }
}
