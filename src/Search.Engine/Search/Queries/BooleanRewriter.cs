using Search.Engine.Index;

namespace Search.Engine.Search.Queries;

/// <summary>Simplifies boolean queries without changing which documents match or how they score.</summary>
/// <remarks>
/// The rules and their order, which decides over rounding: search semantics notes, section 2.6. A rule that does not apply, as
/// most do not to most queries, makes nothing.
/// </remarks>
internal static class BooleanRewriter
{
    // Compared with each other: a table costs more.
    private const int FewClauses = 16;

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
        BooleanClause[]? changed = null;
        ReadOnlySpan<BooleanClause> clauses = query.ClauseSpan;
        for (var i = 0; i < clauses.Length; i++)
        {
            Query rewritten = clauses[i].Query.Rewrite(reader);
            if (ReferenceEquals(rewritten, clauses[i].Query))
                continue;
            changed ??= clauses.ToArray();
            changed[i] = new BooleanClause(rewritten, clauses[i].Occur);
        }
        return changed is null ? null : new BooleanQuery(changed, query.MinimumShouldMatch);
    }

    // Rule 3.
    private static BooleanQuery? DistinctSets(BooleanQuery query)
    {
        if (query.CountOf(Occur.Filter) + query.CountOf(Occur.MustNot) < 2)
            return null;
        var seen = new HashSet<BooleanClause>();
        List<BooleanClause> clauses = [.. query.Clauses.Where(clause => clause.IsScoring || seen.Add(clause))];
        return clauses.Count < query.Clauses.Count ? new BooleanQuery(clauses, query.MinimumShouldMatch) : null;
    }

    // Rule 4.
    private static MatchNoneQuery? Contradiction(BooleanQuery query)
    {
        if (query.CountOf(Occur.MustNot) == 0)
            return null;
        Query[] excluded = query.QueriesThat(Occur.MustNot);
        if (excluded.Contains(new MatchAllQuery()))
            return new MatchNoneQuery("MUST_NOT excludes every document");
        var required = new HashSet<Query>(query.Clauses.Where(clause => clause.IsRequired).Select(clause => clause.Query));
        return required.Overlaps(excluded) ? new MatchNoneQuery("a clause is required and excluded") : null;
    }

    // Rule 5.
    private static BooleanQuery? NeedlessFilters(BooleanQuery query)
    {
        if (query.CountOf(Occur.Filter) == 0)
            return null;
        var must = new HashSet<Query>(query.QueriesThat(Occur.Must));
        bool othersRequired = must.Count > 0 || query.QueriesThat(Occur.Filter).Any(filter => filter is not MatchAllQuery);
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
        if (query.CountOf(Occur.Should) == 0 || query.CountOf(Occur.Filter) == 0)
            return null;
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
        if ((occur == Occur.Should && query.MinimumShouldMatch > 1) || !HasDuplicates(query, occur))
            return null;
        var boosts = new Dictionary<Query, double>();
        var order = new List<Query>();
        foreach (Query clause in query.QueriesThat(occur))
        {
            (Query inner, double boost) = WithoutBoost(clause);
            if (!boosts.TryGetValue(inner, out double sum))
                order.Add(inner);
            boosts[inner] = sum + boost;
        }
        IEnumerable<BooleanClause> merged = order.Select(inner => new BooleanClause(WithBoost(inner, (float)boosts[inner]), occur));
        return new BooleanQuery([.. query.Clauses.Where(clause => clause.Occur != occur), .. merged], query.MinimumShouldMatch);
    }

    // Rule 8.
    private static Query? MatchAllWithFilters(BooleanQuery query)
    {
        if (query.CountOf(Occur.Must) != 1 || query.CountOf(Occur.Filter) == 0)
            return null;
        // More optional clauses are asked for than there are: nothing matches, whatever the filters say.
        if (query.CountOf(Occur.Should) < query.MinimumShouldMatch)
            return null;
        (Query inner, double boost) = WithoutBoost(query.QueriesThat(Occur.Must)[0]);
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
        List<BooleanClause>? changed = null;
        ReadOnlySpan<BooleanClause> clauses = query.ClauseSpan;
        for (var i = 0; i < clauses.Length; i++)
        {
            if (clauses[i] is { Occur: Occur.Should, Query: BooleanQuery { IsPureDisjunction: true } inner })
            {
                changed ??= [.. clauses[..i]];
                changed.AddRange(inner.ClauseSpan);
            }
            else
            {
                changed?.Add(clauses[i]);
            }
        }
        return changed is null ? null : new BooleanQuery(changed, query.MinimumShouldMatch);
    }

    private static bool HasDuplicates(BooleanQuery query, Occur occur)
    {
        Query[] clauses = query.QueriesThat(occur);
        if (clauses.Length > FewClauses)
            return clauses.DistinctBy(clause => WithoutBoost(clause).Query).Count() < clauses.Length;
        for (var i = 1; i < clauses.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (WithoutBoost(clauses[i]).Query.Equals(WithoutBoost(clauses[j]).Query))
                    return true;
            }
        }
        return false;
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
