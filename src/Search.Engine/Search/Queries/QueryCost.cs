using Search.Engine.Automata;

namespace Search.Engine.Search.Queries;

/// <summary>Adds up what a query tree holds and refuses it when that is more than the limits allow.</summary>
internal sealed class QueryCost(SearchLimits limits)
{
    private int _clauses;

    /// <summary>Refuses queries that together are too large for the limits of a search.</summary>
    /// <exception cref="TooManyClausesException">More clauses than allowed.</exception>
    /// <exception cref="TooComplexQueryException">An automaton with more states than allowed.</exception>
    public static void Check(SearchLimits? limits, params ReadOnlySpan<Query> queries)
    {
        if (limits is not ({ MaxClauses: not null } or { MaxAutomatonStates: not null }))
            return;
        var cost = new QueryCost(limits);
        foreach (Query query in queries)
            query.AddCost(cost);
    }

    /// <summary>Counts a query that is not made of others.</summary>
    public void AddClause()
    {
        if (++_clauses > limits.MaxClauses)
            throw new TooManyClausesException(limits.MaxClauses.Value);
    }

    /// <summary>Notes an automaton of so many states.</summary>
    public void AddAutomaton(Query query, int states)
    {
        if (states > limits.MaxAutomatonStates)
            throw new TooComplexQueryException($"{query} has an automaton of {states} states: at most {limits.MaxAutomatonStates} are allowed");
    }
}
