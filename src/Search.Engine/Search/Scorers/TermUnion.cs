namespace Search.Engine.Search.Scorers;

/// <summary>Lists what the essential clauses of a disjunction have by merging their postings: for a few terms that are rare enough that a window stays nearly empty.</summary>
internal sealed class TermUnion(WindowScorer[] clauses, EssentialClauses essential, WindowArena arena)
{
    // Merging two lists after two lists is for a few.
    private const int Most = 4;

    // Documents a window of all clauses together, above which a window is filled as fast.
    private const int Sparse = 400;

    // So many candidates have paid for what a step costs; more would be judged by an old minimum.
    private const int WorthAStep = 512;

    private readonly TermRun?[] _runs = new TermRun?[Most];
    private readonly TermRun?[] _merged = new TermRun?[2];

    /// <summary>Whether <see cref="List"/> may be called, and is worth it, when the clauses from a rank on are essential.</summary>
    public bool Suits(int first, int maxDoc)
    {
        if (clauses.Length - first is < 2 or > Most)
            return false;
        var cost = 0L;
        for (int rank = first; rank < clauses.Length; rank++)
        {
            if (clauses[essential[rank]] is not TermWindowScorer { ListsRuns: true } term)
                return false;
            cost += term.Cost;
        }
        return cost * ScoreWindow.Size < (long)Sparse * maxDoc;
    }

    /// <summary>Lists documents from <paramref name="from"/> on that the essential clauses have and that reach the minimum together with all that the others may add.</summary>
    /// <returns>The document, at most <paramref name="end"/>, up to which (exclusive) all are listed.</returns>
    public int List(int from, int end, float minScore, Candidates list)
    {
        Start(from, minScore);
        while (from < end && list.Count < WorthAStep)
        {
            int next = end;
            for (int rank = essential.First; rank < clauses.Length; rank++)
            {
                TermRun run = RunOf(rank);
                if (run.End <= from)
                    run.Fill(TermOf(rank), end);
                next = Math.Min(next, run.End);
            }
            Merge(next, minScore, list);
            from = next;
        }
        for (int rank = essential.First; rank < clauses.Length; rank++)
            TermOf(rank).SetMinCompetitiveScore(0f);
        return from;
    }

    private TermWindowScorer TermOf(int rank) => (TermWindowScorer)clauses[essential[rank]];

    private TermRun RunOf(int rank) => _runs[rank - essential.First] ??= new TermRun(arena.RentList());

    private void Start(int from, float minScore)
    {
        for (int rank = essential.First; rank < clauses.Length; rank++)
        {
            RunOf(rank).Start(from);
            TermOf(rank).SetMinCompetitiveScore(ScoreBounds.Share(minScore, essential.BoundWithout(essential[rank])));
        }
    }

    // From the highest rank, the rarest clause, down; what the clauses so far have cannot compete below the minimum less all that is still to come.
    private void Merge(int end, float minScore, Candidates list)
    {
        TermRun merged = RunOf(clauses.Length - 1);
        for (int rank = clauses.Length - 2; rank >= essential.First; rank--)
        {
            double cut = ScoreBounds.Cut(minScore, essential.BoundBelow(rank));
            if (rank == essential.First)
            {
                merged.MergeInto(RunOf(rank), end, cut, list);
                return;
            }
            TermRun both = _merged[rank & 1] ??= new TermRun(arena.RentList());
            both.Merge(merged, RunOf(rank), end, cut);
            merged = both;
        }
    }
}
