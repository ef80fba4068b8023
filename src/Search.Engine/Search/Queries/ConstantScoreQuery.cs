namespace Search.Engine.Search.Queries;

/// <summary>The documents of a query, all with the boost as their score.</summary>
public sealed class ConstantScoreQuery : Query
{
    /// <summary>The documents of <paramref name="query"/>; its own scores and boosts do not count.</summary>
    public ConstantScoreQuery(Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        Query = query;
    }

    /// <summary>What is to match.</summary>
    public Query Query { get; }

    /// <inheritdoc/>
    public override string ToString(string defaultField) => $"ConstantScore({Query.ToString(defaultField)})";

    private protected override bool EqualsSameKind(Query other) => Query.Equals(((ConstantScoreQuery)other).Query);

    private protected override int HashOfContent() => Query.GetHashCode();
}
