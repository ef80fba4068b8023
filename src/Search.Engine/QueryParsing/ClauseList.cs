using Search.Engine.Search.Queries;

namespace Search.Engine.QueryParsing;

/// <summary>Collects the clauses of one level from left to right: operators change the clause before them, there is no precedence.</summary>
/// <remarks>Source: search semantics notes, section 4.3.</remarks>
internal sealed class ClauseList(QueryParserOptions options)
{
    private readonly List<BooleanClause> _clauses = [];
    private Query? _onlyCandidate;
    private bool _started;

    /// <summary>Adds a clause; a query that is null analysed to nothing, but its conjunction still works on the clause before.</summary>
    public void Add(Conjunction conjunction, Modifier modifier, Query? query)
    {
        if (!_started && modifier == Modifier.None)
            _onlyCandidate = query;
        _started = true;
        ChangeLast(conjunction);
        if (query is not null)
            _clauses.Add(new BooleanClause(query, OccurOf(conjunction, modifier)));
    }

    /// <summary>Adds what a run of words was analysed to: the clauses of a boolean query stand side by side with the others.</summary>
    public void AddRun(Query? query)
    {
        if (!_started)
            _onlyCandidate = query;
        _started = true;
        if (query is BooleanQuery run)
            _clauses.AddRange(run.Clauses);
        else if (query is not null)
            _clauses.Add(new BooleanClause(query, options.DefaultOccur));
    }

    /// <summary>The query of this level; null if everything analysed to nothing.</summary>
    /// <exception cref="TooManyClausesException">More clauses than a query takes.</exception>
    public Query? ToQuery()
    {
        if (_clauses.Count == 0)
            return null;
        // A single clause that stands first and has no modifier needs no boolean query around it.
        return _clauses.Count == 1 && _onlyCandidate is not null ? _onlyCandidate : new BooleanQuery(_clauses);
    }

    private void ChangeLast(Conjunction conjunction)
    {
        if (_clauses.Count == 0 || _clauses[^1].Occur == Occur.MustNot)
            return;
        if (conjunction == Conjunction.And)
            _clauses[^1] = new BooleanClause(_clauses[^1].Query, Occur.Must);
        else if (conjunction == Conjunction.Or && options.DefaultOperator == QueryOperator.And)
            _clauses[^1] = new BooleanClause(_clauses[^1].Query, Occur.Should);
    }

    private Occur OccurOf(Conjunction conjunction, Modifier modifier)
    {
        if (modifier == Modifier.Not)
            return Occur.MustNot;
        bool required = options.DefaultOperator == QueryOperator.And
            ? conjunction != Conjunction.Or
            : modifier == Modifier.Required || conjunction == Conjunction.And;
        return required ? Occur.Must : Occur.Should;
    }
}

/// <summary>What stands between two clauses.</summary>
internal enum Conjunction
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>AND.</summary>
    And,

    /// <summary>OR.</summary>
    Or,
}

/// <summary>What stands before a clause.</summary>
internal enum Modifier
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A plus sign.</summary>
    Required,

    /// <summary>NOT or a minus sign.</summary>
    Not,
}
