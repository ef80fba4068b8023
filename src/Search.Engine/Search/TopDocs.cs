namespace Search.Engine.Search;

/// <summary>The best hits of a search.</summary>
/// <param name="TotalHits">How many documents match in all, those before a search-after point included.</param>
/// <param name="ScoreDocs">The best, in order; equals are in the order of their document ids.</param>
public sealed record TopDocs(TotalHits TotalHits, IReadOnlyList<ScoreDoc> ScoreDocs)
{
    /// <summary>Why this is only a part of the result; then <see cref="TotalHits"/> is a lower bound.</summary>
    public PartialReason Partial { get; init; }

    /// <summary>Whether a limit ended the search before its end.</summary>
    public bool IsPartial => Partial != PartialReason.None;

    /// <summary>The same hits, as a part when there is a reason.</summary>
    internal TopDocs As(PartialReason partial) =>
        partial == PartialReason.None ? this : this with { Partial = partial, TotalHits = TotalHits with { IsExact = false } };
}
