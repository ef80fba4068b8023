namespace Search.Engine.Search.Grouping;

/// <summary>The hits of one group.</summary>
/// <param name="Key">What they share.</param>
/// <param name="TotalHits">How many documents of the group match.</param>
/// <param name="MaxScore">The highest score of them; NaN when scores were not asked for.</param>
/// <param name="ScoreDocs">The first of them in the order within groups.</param>
public sealed record GroupHits(GroupKey Key, TotalHits TotalHits, float MaxScore, IReadOnlyList<ScoreDoc> ScoreDocs);
