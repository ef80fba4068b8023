using Search.Engine.Search.Proximity;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>Documents that have an interval of a source in a field.</summary>
/// <remarks>
/// The score grows with the number of intervals and falls with their length, and stays below the boost. It knows nothing of
/// rarity or of the field's length, so it does not compare with BM25: docs/interval-semantics.md, "Scores".
/// </remarks>
public sealed class IntervalQuery : Query
{
    private readonly IntervalScoring _scoring;

    /// <summary>A query whose score is half the boost at an interval frequency of 1.</summary>
    public IntervalQuery(string field, IntervalSource source)
        : this(field, source, IntervalScoring.Saturation(1f))
    {
    }

    /// <summary>A query whose score is half the boost at an interval frequency of <paramref name="pivot"/>.</summary>
    /// <param name="pivot">Finite and above 0.</param>
    public IntervalQuery(string field, IntervalSource source, float pivot)
        : this(field, source, IntervalScoring.Saturation(pivot))
    {
    }

    /// <summary>The same with a steeper (above 1) or flatter rise around the pivot.</summary>
    /// <param name="pivot">Finite and above 0.</param>
    /// <param name="exponent">Finite and above 0.</param>
    public IntervalQuery(string field, IntervalSource source, float pivot, float exponent)
        : this(field, source, IntervalScoring.Sigmoid(pivot, exponent))
    {
    }

    private IntervalQuery(string field, IntervalSource source, IntervalScoring scoring)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(source);
        Field = field;
        Source = source;
        _scoring = scoring;
    }

    /// <summary>The field whose positions are looked at.</summary>
    public string Field { get; }

    /// <summary>What is looked for.</summary>
    public IntervalSource Source { get; }

    /// <inheritdoc/>
    public override string ToString(string defaultField) => QueryText.FieldPrefix(Field, defaultField) + Source;

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        new IntervalWeight(this, _scoring, needsScores, boost);

    internal override void AddCost(QueryCost cost) => Source.AddCost(cost);

    private protected override bool EqualsSameKind(Query other)
    {
        var that = (IntervalQuery)other;
        return Field == that.Field && _scoring == that._scoring && Source.Equals(that.Source);
    }

    private protected override int HashOfContent() => HashCode.Combine(Field, Source, _scoring);
}
