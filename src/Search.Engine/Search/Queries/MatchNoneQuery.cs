using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>No document.</summary>
public sealed class MatchNoneQuery : Query
{
    /// <summary>Nothing, for a reason that is only printed.</summary>
    public MatchNoneQuery(string reason = "")
    {
        ArgumentNullException.ThrowIfNull(reason);
        Reason = reason;
    }

    /// <summary>Why nothing can match; takes no part in equality.</summary>
    public string Reason { get; }

    /// <inheritdoc/>
    public override string ToString(string defaultField) => $"MatchNoDocsQuery(\"{Reason}\")";

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) => new MatchNoneWeight(this);

    private protected override bool EqualsSameKind(Query other) => true;

    private protected override int HashOfContent() => 0;
}
