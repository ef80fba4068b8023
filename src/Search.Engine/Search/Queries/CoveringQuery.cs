using Search.Engine.Index;
using Search.Engine.Search.Values;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>Documents that at least so many of several queries match as each document says itself; the score is the sum.</summary>
/// <remarks>
/// The number is the document's value as an integer (towards zero), and 1 where that is less; a document without a value
/// does not match. Queries that are given twice count twice. Elasticsearch's terms set is <see cref="OfTerms"/>. Source:
/// observed answers of Lucene's query of this name.
/// </remarks>
public sealed class CoveringQuery : Query
{
    private readonly Query[] _queries;

    /// <summary>Several queries, copied, and how many of them must match.</summary>
    /// <param name="minimum">A column of numbers or a constant; must not need scores.</param>
    /// <exception cref="TooManyClausesException">More than <see cref="BooleanQuery.MaxClauseCount"/> queries.</exception>
    public CoveringQuery(IReadOnlyList<Query> queries, ValueSource minimum)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(minimum);
        if (queries.Count > BooleanQuery.MaxClauseCount)
            throw new TooManyClausesException();
        if (minimum.NeedsScores)
            throw new ArgumentException("the number of matches cannot depend on the score", nameof(minimum));
        _queries = [.. queries];
        foreach (Query query in _queries)
            ArgumentNullException.ThrowIfNull(query, nameof(queries));
        Minimum = minimum;
    }

    /// <summary>The queries in the order given.</summary>
    public IReadOnlyList<Query> Queries => _queries;

    /// <summary>How many of them must match.</summary>
    public ValueSource Minimum { get; }

    /// <summary>Documents with at least so many of some terms (repeats do not count) as each document says.</summary>
    public static CoveringQuery OfTerms(string field, IEnumerable<string> terms, ValueSource minimum)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return new CoveringQuery([.. terms.Distinct(StringComparer.Ordinal).Select(term => new TermQuery(new Term(field, term)))], minimum);
    }

    /// <inheritdoc/>
    public override string ToString(string defaultField) =>
        $"CoveringQuery(queries=[{string.Join(", ", _queries.Select(query => query.ToString(defaultField)))}], minimumNumberMatch={Printed(Minimum)})";

    // Lucene takes integers here and prints columns by their type.
    private static string Printed(ValueSource minimum) => minimum switch
    {
        ConstantValueSource constant => $"constant({((long)constant.Value).ToString(System.Globalization.CultureInfo.InvariantCulture)})",
        ColumnValueSource { Number: ColumnNumber.Integer } column => $"long({column.Column})",
        _ => $"long({minimum})",
    };

    internal override Query Rewrite(IndexReader reader)
    {
        Query[] rewritten = [.. _queries.Select(query => query.Rewrite(reader))];
        for (var i = 0; i < rewritten.Length; i++)
        {
            if (!ReferenceEquals(rewritten[i], _queries[i]))
                return new CoveringQuery(rewritten, Minimum);
        }
        return this;
    }

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        new CoveringWeight(this, searcher, needsScores, boost);

    internal override void AddCost(QueryCost cost)
    {
        foreach (Query query in _queries)
            query.AddCost(cost);
        Minimum.AddCost(cost);
    }

    private protected override bool EqualsSameKind(Query other)
    {
        var that = (CoveringQuery)other;
        return Minimum.Equals(that.Minimum) && Multiset.Equal(_queries, that._queries);
    }

    private protected override int HashOfContent() => HashCode.Combine(Minimum, Multiset.Hash(_queries));
}
