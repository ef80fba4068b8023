using Search.Engine.Index;

namespace Search.Engine.Search.Queries;

/// <summary>Makes a clause of each term that a multi-term query comes to in an index.</summary>
/// <remarks>
/// Search semantics notes, section 2.8. A negative boost counts as 0; Lucene does that for the best terms, and refuses it where every
/// term is a clause.
/// </remarks>
internal static class TermExpansion
{
    /// <summary>The query as its method wants it.</summary>
    /// <exception cref="TooManyClausesException">More terms than a boolean query takes, and the method does not choose among them.</exception>
    public static Query Rewrite(MultiTermQuery query, IndexReader reader)
    {
        RewriteMethod method = query.Method;
        IReadOnlyList<ExpandedTerm> terms = ExpandedTerms.Gather(query, reader);
        long blended = method.Kind == RewriteKind.TopTermsBlended && terms.Count > 0 ? terms.Max(term => term.DocFreq) : 0;
        var clauses = new BooleanQuery([.. terms.Select(term => new BooleanClause(Clause(term, method.Kind, blended), Occur.Should))]);
        return method.Kind == RewriteKind.ConstantScoreBoolean ? new ConstantScoreQuery(clauses) : clauses;
    }

    private static Query Clause(ExpandedTerm term, RewriteKind kind, long blendedDocFreq)
    {
        Query clause = kind switch
        {
            RewriteKind.TopTermsBoostOnly => new ConstantScoreQuery(new TermQuery(term.Term)),
            RewriteKind.TopTermsBlended => new TermQuery(term.Term, blendedDocFreq),
            _ => new TermQuery(term.Term),
        };
        return kind == RewriteKind.ConstantScoreBoolean || term.Boost == 1f ? clause : new BoostQuery(clause, Math.Max(0f, term.Boost));
    }
}
