namespace Search.Engine.Search.Queries;

/// <summary>How a query that stands for many terms is run and scored.</summary>
/// <remarks>Search semantics notes, section 2.8. Immutable.</remarks>
public sealed record RewriteMethod
{
    private RewriteMethod(RewriteKind kind, int size = 0)
    {
        Kind = kind;
        Size = size;
    }

    /// <summary>Any number of terms, all documents with the boost as their score; the default of most kinds.</summary>
    public static RewriteMethod ConstantScore { get; } = new(RewriteKind.ConstantScore);

    /// <summary>Each term is a clause with its own statistics; at most <see cref="BooleanQuery.MaxClauseCount"/> terms, or the search is refused.</summary>
    public static RewriteMethod ScoringBoolean { get; } = new(RewriteKind.ScoringBoolean);

    /// <summary>Each term is a clause, all documents with the boost as their score; at most <see cref="BooleanQuery.MaxClauseCount"/> terms.</summary>
    public static RewriteMethod ConstantScoreBoolean { get; } = new(RewriteKind.ConstantScoreBoolean);

    /// <summary>What is made of the terms.</summary>
    public RewriteKind Kind { get; }

    /// <summary>How many terms at most; 0 when the method does not choose.</summary>
    public int Size { get; }

    /// <summary>The best terms (by similarity, then in byte order) are clauses, each with its own statistics.</summary>
    /// <param name="size">How many, at least 1; more than <see cref="BooleanQuery.MaxClauseCount"/> is as good as that.</param>
    public static RewriteMethod TopTerms(int size) => Top(RewriteKind.TopTerms, size);

    /// <summary>The best terms are clauses, each of which scores its similarity.</summary>
    /// <inheritdoc cref="TopTerms"/>
    public static RewriteMethod TopTermsBoostOnly(int size) => Top(RewriteKind.TopTermsBoostOnly, size);

    /// <summary>The best terms are clauses, all as rare as the most frequent of them; how similar terms run unless told otherwise.</summary>
    /// <inheritdoc cref="TopTerms"/>
    public static RewriteMethod TopTermsBlended(int size) => Top(RewriteKind.TopTermsBlended, size);

    private static RewriteMethod Top(RewriteKind kind, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return new RewriteMethod(kind, Math.Min(size, BooleanQuery.MaxClauseCount));
    }
}
