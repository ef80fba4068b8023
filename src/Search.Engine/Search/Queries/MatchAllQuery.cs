namespace Search.Engine.Search.Queries;

/// <summary>Every document, with the boost as its score.</summary>
public sealed class MatchAllQuery : Query
{
    /// <inheritdoc/>
    public override string ToString(string defaultField) => "*:*";

    private protected override bool EqualsSameKind(Query other) => true;

    private protected override int HashOfContent() => 0;
}
