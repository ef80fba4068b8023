namespace Search.Articles.Querying.Syntax;

/// <summary>Within what all parts of a query must stand.</summary>
internal enum ScopeKind
{
    Sentence,
    Paragraph,
    Article,
}
