using System.Text;
using Search.Engine.Index;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>A phrase with alternatives: at each place any one of several terms.</summary>
public sealed class MultiPhraseQuery : Query
{
    private readonly (IReadOnlyList<Term> Terms, int Position)[] _places;

    /// <summary>Alternatives at places relative to each other.</summary>
    /// <param name="places">All terms of <paramref name="field"/>, at least one a place; positions at least 0, not descending.</param>
    /// <exception cref="ArgumentException">A term of another field, a place without terms, or positions that descend.</exception>
    public MultiPhraseQuery(string field, IReadOnlyList<(IReadOnlyList<Term> Terms, int Position)> places, int slop = 0)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(places);
        ArgumentOutOfRangeException.ThrowIfNegative(slop);
        var last = 0;
        _places = new (IReadOnlyList<Term>, int)[places.Count];
        for (var i = 0; i < _places.Length; i++)
        {
            (IReadOnlyList<Term> terms, int position) = places[i];
            CheckPlace(field, terms);
            if (position < last)
                throw new ArgumentException("positions must not be negative or descend", nameof(places));
            last = position;
            _places[i] = ([.. terms], position);
        }
        Field = field;
        Slop = slop;
    }

    /// <summary>The field of all terms.</summary>
    public string Field { get; }

    /// <summary>How far the terms may be moved.</summary>
    public int Slop { get; }

    /// <summary>The alternatives and their places.</summary>
    public IReadOnlyList<(IReadOnlyList<Term> Terms, int Position)> Places => _places;

    /// <inheritdoc/>
    public override string ToString(string defaultField)
    {
        StringBuilder text = new StringBuilder(QueryText.FieldPrefix(Field, defaultField)).Append('"');
        for (var i = 0; i < _places.Length; i++)
        {
            int previous = i == 0 ? -1 : _places[i - 1].Position;
            if (i > 0)
                text.Append(' ');
            PhraseText.AppendGaps(text, _places[i].Position - previous - 1);
            string alternatives = string.Join(' ', _places[i].Terms.Select(term => term.Text));
            text.Append(_places[i].Terms.Count > 1 ? $"({alternatives})" : alternatives);
        }
        return PhraseText.Close(text, Slop);
    }

    private static void CheckPlace(string field, IReadOnlyList<Term> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.Count == 0)
            throw new ArgumentException("a place needs a term", nameof(terms));
        foreach (Term term in terms)
        {
            ArgumentNullException.ThrowIfNull(term, nameof(terms));
            if (term.Field != field)
                throw new ArgumentException($"term of field {term.Field} in a phrase of field {field}", nameof(terms));
        }
    }

    internal override Query Rewrite(IndexReader reader) => _places.Length switch
    {
        0 => new MatchNoneQuery("empty MultiPhraseQuery"),
        1 => new BooleanQuery([.. _places[0].Terms.Select(term => new BooleanClause(new TermQuery(term), Occur.Should))]),
        _ => this,
    };

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        new PhraseWeight(this, Field, _places, Slop, searcher, needsScores, boost);

    private protected override bool EqualsSameKind(Query other)
    {
        var that = (MultiPhraseQuery)other;
        if (Slop != that.Slop || Field != that.Field || _places.Length != that._places.Length)
            return false;
        for (var i = 0; i < _places.Length; i++)
        {
            if (_places[i].Position != that._places[i].Position || !_places[i].Terms.SequenceEqual(that._places[i].Terms))
                return false;
        }
        return true;
    }

    private protected override int HashOfContent()
    {
        HashCode hash = default;
        hash.Add(Slop);
        foreach ((IReadOnlyList<Term> terms, int position) in _places)
        {
            hash.Add(position);
            foreach (Term term in terms)
                hash.Add(term);
        }
        return hash.ToHashCode();
    }
}
