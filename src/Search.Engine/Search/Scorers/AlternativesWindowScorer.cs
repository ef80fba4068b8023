namespace Search.Engine.Search.Scorers;

/// <summary>What scorers of several alternatives share: which clause may match next, and a window for one clause alone.</summary>
internal abstract class AlternativesWindowScorer : CompositeWindowScorer
{
    private readonly WindowScorer[] _clauses;

    protected AlternativesWindowScorer(WindowScorer[] clauses, WindowArena arena)
        : base(arena)
    {
        _clauses = clauses;
        Candidates = new ClauseCandidates(clauses);
        Scratch = RentWindow();
        foreach (WindowScorer clause in clauses)
            Cost += clause.Cost;
    }

    public override long Cost { get; }

    /// <summary>So many documents, or more, have any of the clauses.</summary>
    protected long LeastWithAny => _clauses.Max(clause => clause.LeastMatches);

    /// <summary>Where one clause is scored by itself; empty between clauses.</summary>
    protected ScoreWindow Scratch { get; }

    protected ReadOnlySpan<WindowScorer> Clauses => _clauses;

    /// <summary>Where the clauses may match next.</summary>
    protected ClauseCandidates Candidates { get; }

    public override int Seek(int target) => Candidates.Seek(target);

    /// <summary>Adds each clause that may match in <c>[from, to)</c>.</summary>
    protected void AddClauses(int from, int to, ScoreWindow window)
    {
        for (var i = 0; i < _clauses.Length; i++)
        {
            int start = Candidates.Next(i, from);
            if (start < to)
                AddClause(_clauses[i], start, to, window);
        }
    }

    /// <summary>Scores one clause into <see cref="Scratch"/> and adds what it found.</summary>
    protected virtual void AddClause(WindowScorer clause, int from, int to, ScoreWindow window)
    {
        Scratch.MoveTo(window.Base);
        clause.Score(from, to, Scratch);
        AddScratch(window);
        Scratch.Clear();
    }

    /// <summary>Adds the clause that was scored into <see cref="Scratch"/>.</summary>
    protected abstract void AddScratch(ScoreWindow window);
}
