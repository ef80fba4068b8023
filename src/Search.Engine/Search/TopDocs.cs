namespace Search.Engine.Search;

/// <summary>The best hits of a search.</summary>
/// <param name="TotalHits">How many documents match in all, those before a search-after point included.</param>
/// <param name="ScoreDocs">The best, in order; equals are in the order of their document ids.</param>
public sealed record TopDocs(TotalHits TotalHits, IReadOnlyList<ScoreDoc> ScoreDocs);
