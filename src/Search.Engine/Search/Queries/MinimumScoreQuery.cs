using System.Globalization;
using Search.Engine.Index;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>The documents of a query that score at least so much in it.</summary>
/// <remarks>The inner score is looked at without the boosts around this query. Every match of the inner query is scored, needed or not.</remarks>
public sealed class MinimumScoreQuery : Query
{
    /// <summary>Documents of <paramref name="inner"/> with a score of at least <paramref name="minimum"/>.</summary>
    /// <param name="minimum">A number.</param>
    public MinimumScoreQuery(Query inner, float minimum)
    {
        ArgumentNullException.ThrowIfNull(inner);
        if (float.IsNaN(minimum))
            throw new ArgumentOutOfRangeException(nameof(minimum));
        Inner = inner;
        Minimum = minimum;
    }

    /// <summary>The query that is scored.</summary>
    public Query Inner { get; }

    /// <summary>The least score.</summary>
    public float Minimum { get; }

    /// <inheritdoc/>
    public override string ToString(string defaultField) =>
        string.Create(CultureInfo.InvariantCulture, $"MinimumScore({Inner.ToString(defaultField)}, {Minimum})");

    internal override Query Rewrite(IndexReader reader)
    {
        Query rewritten = Inner.Rewrite(reader);
        return ReferenceEquals(rewritten, Inner) ? this : new MinimumScoreQuery(rewritten, Minimum);
    }

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        new MinimumScoreWeight(this, Inner.CreateWeight(searcher, needsScores: true, 1f), needsScores, boost);

    internal override void AddCost(QueryCost cost) => Inner.AddCost(cost);

    private protected override bool EqualsSameKind(Query other)
    {
        var that = (MinimumScoreQuery)other;
        return Minimum.Equals(that.Minimum) && Inner.Equals(that.Inner);
    }

    private protected override int HashOfContent() => HashCode.Combine(Minimum, Inner);
}
