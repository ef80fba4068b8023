namespace Search.Engine.Search.Scorers;

/// <summary>Chooses how documents that all clauses have are found.</summary>
internal static class Conjunctions
{
    /// <summary>A scorer of the documents that all of at least two clauses have; the score is the sum.</summary>
    /// <param name="alternatives">See <see cref="ConjunctionWindowScorer"/>.</param>
    /// <remarks>Lists where a term leads and every clause narrows them down cheaply, windows otherwise.</remarks>
    public static WindowScorer Of(WindowScorer[] clauses, DisjunctionWindowScorer? alternatives, WindowArena arena)
    {
        Array.Sort(clauses, (left, right) => left.Cost.CompareTo(right.Cost));
        if (!Array.TrueForAll(clauses, clause => clause.NarrowsLists) || Array.Find(clauses, clause => clause is TermWindowScorer) is not TermWindowScorer lead)
            return new ConjunctionWindowScorer(clauses, alternatives, arena);
        // Sets are asked first, the first of them before the lead's documents are scored: a bit costs less than a place in a block.
        var set = Array.Find(clauses, clause => clause is BitSetWindowScorer) as BitSetWindowScorer;
        lead.Within = set?.Bits;
        WindowScorer[] others =
        [
            .. clauses.Where(clause => clause is not TermWindowScorer && clause != set),
            .. clauses.Where(clause => clause is TermWindowScorer && clause != lead),
        ];
        return new ListConjunctionWindowScorer(lead, others, arena);
    }
}
