using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>Every document, with the boost as its score.</summary>
public sealed class MatchAllQuery : Query
{
    /// <inheritdoc/>
    public override string ToString(string defaultField) => "*:*";

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        new MatchAllWeight(this, needsScores, boost);

    private protected override bool EqualsSameKind(Query other) => true;

    private protected override int HashOfContent() => 0;
}
