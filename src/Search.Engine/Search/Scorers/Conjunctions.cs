namespace Search.Engine.Search.Scorers;

/// <summary>Chooses how documents that all clauses have are found.</summary>
internal static class Conjunctions
{
    /// <summary>A scorer of the documents that all of at least two clauses have; the score is the sum of those that must match.</summary>
    /// <param name="alternatives">See <see cref="ConjunctionWindowScorer"/>.</param>
    /// <remarks>Lists where a term leads and every clause narrows them down cheaply, windows otherwise.</remarks>
    public static WindowScorer Of(List<WindowScorer> must, List<WindowScorer> filters, DisjunctionWindowScorer? alternatives, WindowArena arena)
    {
        // One sum alone is not rounded again: its parts may stand beside the filters, and parts of filters in any case.
        IEnumerable<WindowScorer> scored = must is [ListConjunctionWindowScorer only] ? only.Clauses : must;
        WindowScorer[] clauses = [.. scored, .. filters.SelectMany(filter => filter is ListConjunctionWindowScorer parts ? parts.Clauses : [filter])];
        Array.Sort(clauses, (left, right) => left.Cost.CompareTo(right.Cost));
        if (!Array.TrueForAll(clauses, clause => clause.NarrowsLists) || Array.Find(clauses, clause => clause is TermWindowScorer) is not TermWindowScorer lead)
            return new ConjunctionWindowScorer(clauses, alternatives, arena);
        // Sets are asked first, the first of them before the lead's documents are scored: a bit costs less than a place in a block.
        var set = Array.Find(clauses, clause => clause is BitSetWindowScorer) as BitSetWindowScorer;
        WindowScorer[] others =
        [
            .. clauses.Where(clause => clause is not TermWindowScorer && clause != set),
            .. clauses.Where(clause => clause is TermWindowScorer && clause != lead),
        ];
        return new ListConjunctionWindowScorer(lead, set, others, arena);
    }
}
