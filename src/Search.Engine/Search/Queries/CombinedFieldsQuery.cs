using System.Globalization;
using System.Text;
using Search.Engine.Index;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>Any of several terms in any of several fields, scored as if the fields were one: BM25F.</summary>
/// <remarks>
/// <para>All terms count as one (synonyms) and all fields as one whose text holds each field's text as often as the field's
/// weight says: an occurrence counts weight times, a length weight times. For words that must each be found, put one query
/// a word into a <see cref="BooleanQuery"/>.</para>
/// <para>Statistics: number of documents = the most of any field; documents with the term = the most of any term and field;
/// average length = weighted sum of all occurrences over that number of documents. A document's length is the weighted sum
/// over its fields that have lengths, each once, whether or not a term stands in it. With one field of weight 1 the scores
/// are those of <see cref="TermQuery"/> and <see cref="SynonymQuery"/>.</para>
/// <para>Source: search semantics notes, section 2.9 (the recommended meaning, not what version 8.8 makes of special cases).</para>
/// </remarks>
public sealed class CombinedFieldsQuery : Query
{
    private readonly (string Field, float Weight)[] _fields;
    private readonly byte[][] _terms;

    /// <summary>Terms in fields.</summary>
    /// <param name="fields">Distinct names; weights at least 1, finite.</param>
    /// <param name="terms">Repeats do not count.</param>
    /// <exception cref="TooManyClausesException">Terms times fields are more than <see cref="BooleanQuery.MaxClauseCount"/>.</exception>
    public CombinedFieldsQuery(IReadOnlyList<(string Field, float Weight)> fields, params IReadOnlyList<string> terms)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(terms);
        foreach ((string field, float weight) in fields)
        {
            ArgumentNullException.ThrowIfNull(field, nameof(fields));
            if (!float.IsFinite(weight) || weight < 1)
                throw new ArgumentOutOfRangeException(nameof(fields), weight, "a field's weight is finite and at least 1");
        }
        _fields = [.. fields.OrderBy(field => field.Field, StringComparer.Ordinal)];
        if (_fields.DistinctBy(field => field.Field).Count() < _fields.Length)
            throw new ArgumentException("a field stands twice", nameof(fields));
        _terms = [.. terms.Select(Encoding.UTF8.GetBytes).OrderBy(term => term, ByteOrder).DistinctBy(Convert.ToHexString)];
        if ((long)_fields.Length * _terms.Length > BooleanQuery.MaxClauseCount)
            throw new TooManyClausesException();
    }

    /// <summary>The fields by name, and their weights.</summary>
    public IReadOnlyList<(string Field, float Weight)> Fields => _fields;

    /// <summary>The distinct terms, ascending.</summary>
    public IReadOnlyList<string> Terms => [.. _terms.Select(Encoding.UTF8.GetString)];

    private static Comparer<byte[]> ByteOrder { get; } = Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right));

    /// <inheritdoc/>
    public override string ToString(string defaultField)
    {
        IEnumerable<string> fields = _fields.Select(field =>
            field.Weight == 1f ? field.Field : string.Create(CultureInfo.InvariantCulture, $"{field.Field}^{QueryText.Number(field.Weight)}"));
        return $"BM25F(({string.Join(' ', fields)})({string.Join(' ', Terms)}))";
    }

    /// <summary>The terms in one field.</summary>
    internal IEnumerable<Term> TermsOf(string field) => _terms.Select(term => new Term(field, term.AsSpan()));

    internal override Query Rewrite(IndexReader reader) =>
        _fields.Length == 0 || _terms.Length == 0 ? new MatchNoneQuery("empty CombinedFieldsQuery") : this;

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        new CombinedFieldsWeight(this, searcher, needsScores, boost);

    internal override void AddCost(QueryCost cost)
    {
        for (var i = 0; i < _fields.Length * _terms.Length; i++)
            cost.AddClause();
    }

    private protected override bool EqualsSameKind(Query other)
    {
        var that = (CombinedFieldsQuery)other;
        return _fields.AsSpan().SequenceEqual(that._fields) && Terms.SequenceEqual(that.Terms);
    }

    private protected override int HashOfContent()
    {
        HashCode hash = default;
        foreach ((string, float) field in _fields)
            hash.Add(field);
        foreach (byte[] term in _terms)
            hash.AddBytes(term);
        return hash.ToHashCode();
    }
}
