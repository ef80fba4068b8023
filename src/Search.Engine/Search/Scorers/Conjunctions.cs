namespace Search.Engine.Search.Scorers;

/// <summary>Chooses how documents that all clauses have are found.</summary>
internal static class Conjunctions
{
    /// <summary>A scorer of the documents that all of at least two clauses have; the score is the sum.</summary>
    /// <remarks>Lists where every clause can narrow one down and a term leads, windows otherwise.</remarks>
    public static WindowScorer Of(WindowScorer[] clauses, WindowArena arena)
    {
        Array.Sort(clauses, (left, right) => left.Cost.CompareTo(right.Cost));
        if (Array.Find(clauses, clause => clause is TermWindowScorer) is not TermWindowScorer lead || !Array.TrueForAll(clauses, clause => clause is ICandidateFilter))
            return new ConjunctionWindowScorer(clauses, arena);
        // Sets are asked first: a bit costs less than a place in a block.
        ICandidateFilter[] others =
        [
            .. clauses.OfType<ICandidateFilter>().Where(clause => clause is not TermWindowScorer),
            .. clauses.OfType<TermWindowScorer>().Where(term => term != lead),
        ];
        return new ListConjunctionWindowScorer(lead, others, arena);
    }
}
