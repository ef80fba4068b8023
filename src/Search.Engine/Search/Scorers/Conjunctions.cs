namespace Search.Engine.Search.Scorers;

/// <summary>Chooses how documents that all clauses have are found.</summary>
internal static class Conjunctions
{
    /// <summary>A scorer of the documents that all of at least two clauses have; the score is the sum of those that must match.</summary>
    /// <param name="alternatives">See <see cref="ConjunctionWindowScorer"/>.</param>
    /// <remarks>Lists where a term leads and every clause narrows them down cheaply, windows otherwise.</remarks>
    public static WindowScorer Of(List<WindowScorer> must, List<WindowScorer> filters, DisjunctionWindowScorer? alternatives, WindowArena arena)
    {
        var clauses = new List<WindowScorer>(must.Count + filters.Count);
        // One sum alone is not rounded again: its parts may stand beside the filters, and parts of filters in any case.
        if (must is [var only])
            AddParts(only, clauses);
        else
            clauses.AddRange(must);
        foreach (WindowScorer filter in filters)
            AddParts(filter, clauses);
        clauses.Sort((left, right) => left.Cost.CompareTo(right.Cost));
        if (!clauses.TrueForAll(clause => clause.NarrowsLists) || clauses.Find(clause => clause is TermWindowScorer) is not TermWindowScorer lead)
            return new ConjunctionWindowScorer([.. clauses], alternatives, arena);
        // Sets are asked first, the first of them before the lead's documents are scored: a bit costs less than a place in a block.
        var set = clauses.Find(clause => clause is BitSetWindowScorer) as BitSetWindowScorer;
        clauses.Remove(lead);
        if (set is not null)
            clauses.Remove(set);
        WindowScorer[] others = [.. clauses.FindAll(clause => clause is not TermWindowScorer), .. clauses.FindAll(clause => clause is TermWindowScorer)];
        return new ListConjunctionWindowScorer(lead, set, others, arena);
    }

    private static void AddParts(WindowScorer clause, List<WindowScorer> clauses)
    {
        if (clause is ListConjunctionWindowScorer parts)
            clauses.AddRange(parts.Clauses);
        else
            clauses.Add(clause);
    }
}
