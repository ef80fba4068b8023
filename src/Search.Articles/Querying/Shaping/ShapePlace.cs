namespace Search.Articles.Querying.Shaping;

/// <summary>Within what a part of a query stands: not everything may stand everywhere.</summary>
internal enum ShapePlace
{
    /// <summary>Clauses about a paragraph.</summary>
    Paragraph,

    /// <summary>Clauses about an article.</summary>
    Article,

    /// <summary>Clauses about a sentence.</summary>
    Sentence,

    /// <summary>What is counted.</summary>
    Count,

    /// <summary>What stands beside near or pre.</summary>
    Near,
}
