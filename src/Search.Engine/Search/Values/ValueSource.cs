using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Values;

/// <summary>A number for each document: a column, the score, or what is computed from them.</summary>
/// <remarks>
/// <para>Immutable and shareable; equal when they mean the same by construction. A document may have no value; every kind
/// says what it makes of that. Arithmetic is in 64-bit floats.</para>
/// <para>Used by <see cref="FunctionScoreQuery"/> for scores and by <see cref="CoveringQuery"/> for the number of matches
/// that a document asks for. Source: search semantics notes, section 2.7, and observed answers of Lucene.</para>
/// </remarks>
public abstract class ValueSource : IEquatable<ValueSource>
{
    private protected ValueSource()
    {
    }

    /// <summary>The score of the query around it.</summary>
    public static ValueSource Score { get; } = new ScoreValueSource();

    /// <summary>Whether the values depend on the score.</summary>
    internal virtual bool NeedsScores => false;

    /// <summary>One number for all documents.</summary>
    public static ValueSource Constant(double value) => new ConstantValueSource(value);

    /// <summary>Integers of a numeric or sorted-numeric column (dates, too, in whatever unit they were given).</summary>
    /// <param name="selector">Which of several values of a document counts.</param>
    public static ValueSource Integers(string column, SortSelector selector = SortSelector.Min) =>
        new ColumnValueSource(column, ColumnNumber.Integer, selector);

    /// <summary>32-bit floats of a numeric column (raw bits) or of a sorted-numeric one (sortable bits).</summary>
    /// <param name="selector">Which of several values of a document counts.</param>
    public static ValueSource Singles(string column, SortSelector selector = SortSelector.Min) =>
        new ColumnValueSource(column, ColumnNumber.Single, selector);

    /// <summary>64-bit floats of a numeric column (raw bits) or of a sorted-numeric one (sortable bits).</summary>
    /// <param name="selector">Which of several values of a document counts.</param>
    public static ValueSource Doubles(string column, SortSelector selector = SortSelector.Min) =>
        new ColumnValueSource(column, ColumnNumber.Double, selector);

    /// <summary>The score of another query; documents that it does not match have no value.</summary>
    public static ValueSource ScoreOf(Query query) => new QueryScoreValueSource(query);

    /// <summary>One number for documents that a query matches, another one for the rest.</summary>
    public static ValueSource IfMatches(Query query, double value, double otherwise = 1) => new QueryMatchValueSource(query, value, otherwise);

    /// <summary>The sum of the values that a document has; no value when it has none of them.</summary>
    public static ValueSource Sum(params IReadOnlyList<ValueSource> sources) => new CombinedValueSource(Combination.Sum, sources);

    /// <summary>The product of the values that a document has; no value when it has none of them.</summary>
    public static ValueSource Product(params IReadOnlyList<ValueSource> sources) => new CombinedValueSource(Combination.Product, sources);

    /// <summary>The smallest of the values that a document has; no value when it has none of them.</summary>
    public static ValueSource Smallest(params IReadOnlyList<ValueSource> sources) => new CombinedValueSource(Combination.Min, sources);

    /// <summary>The largest of the values that a document has; no value when it has none of them.</summary>
    public static ValueSource Largest(params IReadOnlyList<ValueSource> sources) => new CombinedValueSource(Combination.Max, sources);

    /// <summary>These values times <paramref name="factor"/>.</summary>
    public ValueSource Times(double factor) => Product(this, Constant(factor));

    /// <summary>These values, and <paramref name="value"/> for documents that have none.</summary>
    public ValueSource OrElse(double value) => new DefaultValueSource(this, value);

    /// <summary><c>x / (x + pivot)</c>: rises from 0 to 1 and is a half at the pivot.</summary>
    /// <param name="pivot">Above 0, finite.</param>
    public ValueSource Saturated(double pivot) => MappedValueSource.Saturation(this, pivot);

    /// <summary><c>x^exponent / (x^exponent + pivot^exponent)</c>: a saturation that is steeper around the pivot.</summary>
    /// <param name="pivot">Above 0, finite.</param>
    /// <param name="exponent">Above 0, finite.</param>
    public ValueSource Sigmoid(double pivot, double exponent) => MappedValueSource.Sigmoid(this, pivot, exponent);

    /// <summary><c>ln(1 + x)</c>; values below -1 become NaN, which counts as no score.</summary>
    public ValueSource Log1P() => MappedValueSource.Log1P(this);

    /// <summary>A function of the caller's own.</summary>
    /// <param name="name">Printed, and part of equality together with <paramref name="function"/>.</param>
    /// <param name="function">Pure and safe to call from many threads.</param>
    public ValueSource Map(string name, Func<double, double> function) => new MappedValueSource(this, name, [], function);

    /// <summary>
    /// Falls from 1 at <paramref name="origin"/>, in both directions, to <paramref name="decay"/> at a distance of
    /// <paramref name="offset"/> + <paramref name="scale"/>.
    /// </summary>
    /// <param name="origin">Where the best value is, in the unit of the values (a date column: days, milliseconds, …).</param>
    /// <param name="scale">Above 0, finite.</param>
    /// <param name="offset">Up to this distance the value stays 1; at least 0.</param>
    /// <param name="decay">In <c>(0, 1)</c>.</param>
    /// <remarks>Formulas: <see cref="DecayShape"/>. Documents without a value get none: <see cref="OrElse"/> gives them one.</remarks>
    public ValueSource Decay(DecayShape shape, double origin, double scale, double offset = 0, double decay = 0.5) =>
        new DecayValueSource(this, shape, origin, scale, offset, decay);

    /// <summary>The printed form; for reading.</summary>
    public abstract override string ToString();

    /// <inheritdoc/>
    public bool Equals(ValueSource? other) =>
        ReferenceEquals(this, other) || (other is not null && other.GetType() == GetType() && EqualsSameKind(other));

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as ValueSource);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => HashCode.Combine(GetType(), HashOfContent());

    /// <summary>Adds up what the queries in it cost.</summary>
    internal virtual void AddCost(QueryCost cost)
    {
    }

    /// <summary>The source with its queries bound to an index; itself when it has none.</summary>
    internal virtual ValueSource Bind(IndexSearcher searcher) => this;

    /// <summary>The values of a segment; only after <see cref="Bind"/>.</summary>
    internal abstract LeafValues Open(Leaf leaf);

    /// <summary>How the value of a document comes about; only after <see cref="Bind"/>.</summary>
    /// <param name="score">The explanation of its score.</param>
    internal virtual Explanation Explain(Leaf leaf, int docId, Explanation score) => Explain(leaf, docId, score, []);

    /// <summary>The value with what it is made of.</summary>
    private protected Explanation Explain(Leaf leaf, int docId, Explanation score, IReadOnlyList<Explanation> parts) =>
        Open(leaf).TryGet(docId, score.Value, out double value)
            ? Explanation.Match((float)value, ToString(), parts)
            : Explanation.NoMatch($"no value of {this}");

    /// <summary>Equality with a source of the same class.</summary>
    private protected abstract bool EqualsSameKind(ValueSource other);

    /// <summary>Hash of all that <see cref="EqualsSameKind"/> compares.</summary>
    private protected abstract int HashOfContent();
}
