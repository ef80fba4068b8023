using Search.Engine.Index;
using Search.Engine.Search.Values;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>The documents of a query with scores that a <see cref="ValueSource"/> says.</summary>
/// <remarks>
/// The score is <c>(float)(value * boost)</c>; a document without a value, or with one that is negative or not a number,
/// scores 0 (never -0, which Lucene lets through). The query inside is scored without the boosts around this one. Source:
/// search semantics notes, section 2.7.
/// </remarks>
public sealed class FunctionScoreQuery : Query
{
    /// <summary>Documents of <paramref name="query"/>, scored by <paramref name="values"/> alone.</summary>
    public FunctionScoreQuery(Query query, ValueSource values)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(values);
        Query = query;
        Values = values;
    }

    /// <summary>What is to match.</summary>
    public Query Query { get; }

    /// <summary>What scores.</summary>
    public ValueSource Values { get; }

    /// <summary>Scores of <paramref name="query"/> times a value; documents without a value keep their score.</summary>
    public static FunctionScoreQuery BoostByValue(Query query, ValueSource factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return new FunctionScoreQuery(query, new BoostedScoreValueSource(factor));
    }

    /// <summary>Scores of <paramref name="query"/>, times <paramref name="boost"/> where <paramref name="other"/> matches too.</summary>
    public static FunctionScoreQuery BoostByQuery(Query query, Query other, float boost) =>
        BoostByValue(query, ValueSource.IfMatches(other, boost));

    /// <inheritdoc/>
    public override string ToString(string defaultField) =>
        $"FunctionScoreQuery({Query.ToString(defaultField)}, scored by {Values})";

    internal override Query Rewrite(IndexReader reader)
    {
        Query rewritten = Query.Rewrite(reader);
        return ReferenceEquals(rewritten, Query) ? this : new FunctionScoreQuery(rewritten, Values);
    }

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        new FunctionScoreWeight(this, searcher, needsScores, boost);

    internal override void AddCost(QueryCost cost)
    {
        Query.AddCost(cost);
        Values.AddCost(cost);
    }

    private protected override bool EqualsSameKind(Query other)
    {
        var that = (FunctionScoreQuery)other;
        return Query.Equals(that.Query) && Values.Equals(that.Values);
    }

    private protected override int HashOfContent() => HashCode.Combine(Query, Values);
}
