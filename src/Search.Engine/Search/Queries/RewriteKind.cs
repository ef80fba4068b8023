namespace Search.Engine.Search.Queries;

/// <summary>What a <see cref="RewriteMethod"/> makes of the terms of a query.</summary>
public enum RewriteKind
{
    /// <summary>A set of documents.</summary>
    ConstantScore,

    /// <summary>A clause for each term.</summary>
    ScoringBoolean,

    /// <summary>A clause for each term, without scores.</summary>
    ConstantScoreBoolean,

    /// <summary>A clause for each of the best terms.</summary>
    TopTerms,

    /// <summary>A clause for each of the best terms that scores its similarity.</summary>
    TopTermsBoostOnly,

    /// <summary>A clause for each of the best terms, all with the statistics of the most frequent.</summary>
    TopTermsBlended,
}
