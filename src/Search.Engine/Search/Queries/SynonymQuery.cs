using Search.Engine.Index;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>Terms of one field that count as one: scored as a single term that occurs wherever any of them does.</summary>
public sealed class SynonymQuery : Query
{
    private readonly (Term Term, float Boost)[] _terms;

    /// <summary>Terms with the weight that an occurrence of each has.</summary>
    /// <param name="terms">All of <paramref name="field"/>; boosts in <c>(0, 1]</c>. Kept in the order of the terms.</param>
    /// <exception cref="ArgumentException">A term of another field.</exception>
    /// <exception cref="TooManyClausesException">More than <see cref="BooleanQuery.MaxClauseCount"/> terms.</exception>
    public SynonymQuery(string field, IReadOnlyList<(Term Term, float Boost)> terms)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.Count > BooleanQuery.MaxClauseCount)
            throw new TooManyClausesException();
        foreach ((Term term, float boost) in terms)
        {
            ArgumentNullException.ThrowIfNull(term, nameof(terms));
            if (term.Field != field)
                throw new ArgumentException($"term of field {term.Field} among synonyms of field {field}", nameof(terms));
            if (!(boost > 0 && boost <= 1))
                throw new ArgumentOutOfRangeException(nameof(terms), boost, "a synonym's boost is above 0 and at most 1");
        }
        Field = field;
        _terms = [.. terms.OrderBy(synonym => synonym.Term)];
    }

    /// <summary>Terms of equal weight.</summary>
    public SynonymQuery(string field, params IReadOnlyList<Term> terms)
        : this(field, (terms ?? throw new ArgumentNullException(nameof(terms))).Select(term => (term, 1f)).ToArray())
    {
    }

    /// <summary>The field of all terms.</summary>
    public string Field { get; }

    /// <summary>The terms, ascending, and their boosts.</summary>
    public IReadOnlyList<(Term Term, float Boost)> Terms => _terms;

    /// <inheritdoc/>
    public override string ToString(string defaultField) =>
        $"Synonym({string.Join(' ', _terms.Select(synonym => Printed(synonym.Term, synonym.Boost, defaultField)))})";

    private static string Printed(Term term, float boost, string defaultField)
    {
        string text = QueryText.FieldPrefix(term.Field, defaultField) + term.Text;
        return boost == 1f ? text : $"{text}^{QueryText.Number(boost)}";
    }

    internal override Query Rewrite(IndexReader reader) => _terms.Length switch
    {
        0 => new MatchNoneQuery("empty SynonymQuery"),
        1 when _terms[0].Boost == 1f => new TermQuery(_terms[0].Term),
        1 => new BoostQuery(new TermQuery(_terms[0].Term), _terms[0].Boost),
        _ => this,
    };

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        new SynonymWeight(this, searcher, needsScores, boost);

    private protected override bool EqualsSameKind(Query other)
    {
        var that = (SynonymQuery)other;
        return Field == that.Field && _terms.AsSpan().SequenceEqual(that._terms);
    }

    private protected override int HashOfContent()
    {
        HashCode hash = default;
        foreach ((Term, float) term in _terms)
            hash.Add(term);
        return hash.ToHashCode();
    }
}
