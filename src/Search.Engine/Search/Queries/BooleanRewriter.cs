using Search.Engine.Index;

namespace Search.Engine.Search.Queries;

/// <summary>Simplifies boolean queries without changing which documents match or how they score.</summary>
/// <remarks>The rules and their order, which decides over rounding: search semantics notes, section 2.6.</remarks>
internal static class BooleanRewriter
{
    /// <summary>The first rule that changes the query, applied; the query itself when none does.</summary>
    public static Query Rewrite(BooleanQuery query, IndexReader reader) =>
        Trivial(query)
        ?? RewrittenClauses(query, reader)
        ?? DistinctSets(query)
        ?? Contradiction(query)
        ?? NeedlessFilters(query)
        ?? OptionalThatIsFilter(query)
        ?? MergedDuplicates(query, Occur.Should)
        ?? MergedDuplicates(query, Occur.Must)
        ?? MatchAllWithFilters(query)
        ?? InlinedDisjunctions(query)
        ?? query;

    // Rule 1.
    private static Query? Trivial(BooleanQuery query)
    {
        if (query.Clauses.Count == 0)
            return new MatchNoneQuery("empty BooleanQuery");
        if (query.Clauses.Count > 1)
            return null;
        BooleanClause clause = query.Clauses[0];
        return clause.Occur switch
        {
            Occur.Should when query.MinimumShouldMatch <= 1 => clause.Query,
            Occur.Must when query.MinimumShouldMatch == 0 => clause.Query,
            Occur.Filter when query.MinimumShouldMatch == 0 => new BoostQuery(new ConstantScoreQuery(clause.Query), 0f),
            Occur.MustNot => new MatchNoneQuery("pure negative BooleanQuery"),
            _ => null,
        };
    }

    // Rule 2.
    private static BooleanQuery? RewrittenClauses(BooleanQuery query, IndexReader reader)
    {
        var changed = false;
        var clauses = new List<BooleanClause>(query.Clauses.Count);
        foreach (BooleanClause clause in query.Clauses)
        {
            Query rewritten = clause.Query.Rewrite(reader);
            changed |= !ReferenceEquals(rewritten, clause.Query);
            clauses.Add(new BooleanClause(rewritten, clause.Occur));
        }
        return changed ? new BooleanQuery(clauses, query.MinimumShouldMatch) : null;
    }

    // Rule 3.
    private static BooleanQuery? DistinctSets(BooleanQuery query)
    {
        var seen = new HashSet<BooleanClause>();
        List<BooleanClause> clauses = [.. query.Clauses.Where(clause => clause.IsScoring || seen.Add(clause))];
        return clauses.Count < query.Clauses.Count ? new BooleanQuery(clauses, query.MinimumShouldMatch) : null;
    }

    // Rule 4.
    private static MatchNoneQuery? Contradiction(BooleanQuery query)
    {
        List<Query> excluded = query.QueriesThat(Occur.MustNot);
        if (excluded.Count == 0)
            return null;
        if (excluded.Contains(new MatchAllQuery()))
            return new MatchNoneQuery("MUST_NOT excludes every document");
        var required = new HashSet<Query>(query.Clauses.Where(clause => clause.IsRequired).Select(clause => clause.Query));
        return required.Overlaps(excluded) ? new MatchNoneQuery("a clause is required and excluded") : null;
    }

    // Rule 5.
    private static BooleanQuery? NeedlessFilters(BooleanQuery query)
    {
        var must = new HashSet<Query>(query.QueriesThat(Occur.Must));
        bool othersRequired = must.Count > 0 || query.QueriesThat(Occur.Filter).Exists(filter => filter is not MatchAllQuery);
        List<BooleanClause> clauses =
        [
            .. query.Clauses.Where(clause =>
                clause.Occur != Occur.Filter || !(must.Contains(clause.Query) || (clause.Query is MatchAllQuery && othersRequired))),
        ];
        return clauses.Count < query.Clauses.Count ? new BooleanQuery(clauses, query.MinimumShouldMatch) : null;
    }

    // Rule 6.
    private static BooleanQuery? OptionalThatIsFilter(BooleanQuery query)
    {
        var both = new HashSet<Query>(query.QueriesThat(Occur.Should));
        both.IntersectWith(query.QueriesThat(Occur.Filter));
        if (both.Count == 0)
            return null;
        int minimum = query.MinimumShouldMatch;
        var clauses = new List<BooleanClause>();
        foreach (BooleanClause clause in query.Clauses)
        {
            if (!both.Contains(clause.Query) || clause.Occur is Occur.Must or Occur.MustNot)
            {
                clauses.Add(clause);
            }
            else if (clause.Occur == Occur.Should)
            {
                clauses.Add(new BooleanClause(clause.Query, Occur.Must));
                minimum--;
            }
        }
        return new BooleanQuery(clauses, Math.Max(0, minimum));
    }

    // Rule 7. Boosts are added as doubles and cast once.
    private static BooleanQuery? MergedDuplicates(BooleanQuery query, Occur occur)
    {
        if (occur == Occur.Should && query.MinimumShouldMatch > 1)
            return null;
        var boosts = new Dictionary<Query, double>();
        var order = new List<Query>();
        var count = 0;
        foreach (Query clause in query.QueriesThat(occur))
        {
            (Query inner, double boost) = WithoutBoost(clause);
            if (!boosts.TryGetValue(inner, out double sum))
                order.Add(inner);
            boosts[inner] = sum + boost;
            count++;
        }
        if (order.Count == count)
            return null;
        IEnumerable<BooleanClause> merged = order.Select(inner => new BooleanClause(WithBoost(inner, (float)boosts[inner]), occur));
        return new BooleanQuery([.. query.Clauses.Where(clause => clause.Occur != occur), .. merged], query.MinimumShouldMatch);
    }

    // Rule 8.
    private static Query? MatchAllWithFilters(BooleanQuery query)
    {
        List<Query> must = query.QueriesThat(Occur.Must);
        if (must.Count != 1 || query.QueriesThat(Occur.Filter).Count == 0)
            return null;
        // More optional clauses are asked for than there are: nothing matches, whatever the filters say.
        if (query.QueriesThat(Occur.Should).Count < query.MinimumShouldMatch)
            return null;
        (Query inner, double boost) = WithoutBoost(must[0]);
        if (inner is not MatchAllQuery)
            return null;
        var sets = new BooleanQuery([.. query.Clauses.Where(clause => !clause.IsScoring)]);
        Query constant = WithBoost(new ConstantScoreQuery(sets), (float)boost);
        List<BooleanClause> optional = [.. query.Clauses.Where(clause => clause.Occur == Occur.Should)];
        return optional.Count == 0
            ? constant
            : new BooleanQuery([new BooleanClause(constant, Occur.Must), .. optional], query.MinimumShouldMatch);
    }

    // Rule 9.
    private static BooleanQuery? InlinedDisjunctions(BooleanQuery query)
    {
        if (query.MinimumShouldMatch > 1)
            return null;
        var clauses = new List<BooleanClause>();
        var changed = false;
        foreach (BooleanClause clause in query.Clauses)
        {
            if (clause is { Occur: Occur.Should, Query: BooleanQuery { IsPureDisjunction: true } inner })
            {
                clauses.AddRange(inner.Clauses);
                changed = true;
            }
            else
            {
                clauses.Add(clause);
            }
        }
        return changed ? new BooleanQuery(clauses, query.MinimumShouldMatch) : null;
    }

    private static (Query Query, double Boost) WithoutBoost(Query query)
    {
        var boost = 1.0;
        while (query is BoostQuery boosted)
        {
            boost *= boosted.Boost;
            query = boosted.Query;
        }
        return (query, boost);
    }

    private static Query WithBoost(Query query, double boost) => (float)boost == 1f ? query : new BoostQuery(query, BoostQuery.Product(boost, 1));
}
