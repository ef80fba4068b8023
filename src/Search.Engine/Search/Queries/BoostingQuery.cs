using Search.Engine.Index;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>Documents of one query; those that another one matches too are pushed down, not taken out.</summary>
/// <remarks>The same as <see cref="FunctionScoreQuery.BoostByQuery"/>, which it becomes, with a factor that lowers.</remarks>
public sealed class BoostingQuery : Query
{
    /// <summary>Scores of <paramref name="positive"/>, times <paramref name="negativeBoost"/> where <paramref name="negative"/> matches too.</summary>
    /// <param name="negativeBoost">In <c>[0, 1]</c>.</param>
    public BoostingQuery(Query positive, Query negative, float negativeBoost)
    {
        ArgumentNullException.ThrowIfNull(positive);
        ArgumentNullException.ThrowIfNull(negative);
        if (!(negativeBoost >= 0 && negativeBoost <= 1))
            throw new ArgumentOutOfRangeException(nameof(negativeBoost), negativeBoost, "between 0 and 1");
        Positive = positive;
        Negative = negative;
        NegativeBoost = negativeBoost;
    }

    /// <summary>What is to match.</summary>
    public Query Positive { get; }

    /// <summary>What lowers the score.</summary>
    public Query Negative { get; }

    /// <summary>The factor of documents that <see cref="Negative"/> matches.</summary>
    public float NegativeBoost { get; }

    private FunctionScoreQuery Function => FunctionScoreQuery.BoostByQuery(Positive, Negative, NegativeBoost);

    /// <inheritdoc/>
    public override string ToString(string defaultField) => Function.ToString(defaultField);

    internal override Query Rewrite(IndexReader reader) => Function;

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        Function.CreateWeight(searcher, needsScores, boost);

    internal override void AddCost(QueryCost cost) => Function.AddCost(cost);

    private protected override bool EqualsSameKind(Query other)
    {
        var that = (BoostingQuery)other;
        return Positive.Equals(that.Positive) && Negative.Equals(that.Negative) && NegativeBoost.Equals(that.NegativeBoost);
    }

    private protected override int HashOfContent() => HashCode.Combine(Positive, Negative, NegativeBoost);
}
