using System.Text;
using Search.Engine.Index;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>Documents in which terms stand one after another, or near each other within a slop.</summary>
/// <remarks>
/// With slop 0 every term stands exactly at its place. The slop is how many positions the terms may be moved together in
/// all (exchanging two neighbours costs 2). Matching: search semantics notes, section 5.
/// </remarks>
public sealed class PhraseQuery : Query
{
    private readonly (Term Term, int Position)[] _terms;

    /// <summary>Terms at places relative to each other.</summary>
    /// <param name="terms">All of <paramref name="field"/>; positions at least 0, not descending; gaps and equal positions are allowed.</param>
    /// <exception cref="ArgumentException">A term of another field, or positions that descend.</exception>
    public PhraseQuery(string field, IReadOnlyList<(Term Term, int Position)> terms, int slop = 0)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentOutOfRangeException.ThrowIfNegative(slop);
        var last = 0;
        foreach ((Term term, int position) in terms)
        {
            ArgumentNullException.ThrowIfNull(term, nameof(terms));
            if (term.Field != field)
                throw new ArgumentException($"term of field {term.Field} in a phrase of field {field}", nameof(terms));
            if (position < last)
                throw new ArgumentException("positions must not be negative or descend", nameof(terms));
            last = position;
        }
        Field = field;
        Slop = slop;
        _terms = [.. terms];
    }

    /// <summary>Words at consecutive positions.</summary>
    public PhraseQuery(string field, int slop, params IReadOnlyList<string> words)
        : this(field, Consecutive(field, words), slop)
    {
    }

    /// <summary>The field of all terms.</summary>
    public string Field { get; }

    /// <summary>How far the terms may be moved.</summary>
    public int Slop { get; }

    /// <summary>The terms and their places.</summary>
    public IReadOnlyList<(Term Term, int Position)> Terms => _terms;

    /// <inheritdoc/>
    public override string ToString(string defaultField)
    {
        StringBuilder text = new StringBuilder(QueryText.FieldPrefix(Field, defaultField)).Append('"');
        for (var i = 0; i < _terms.Length; i++)
        {
            int previous = i == 0 ? -1 : _terms[i - 1].Position;
            if (i > 0)
                text.Append(_terms[i].Position == previous ? '|' : ' ');
            PhraseText.AppendGaps(text, _terms[i].Position - previous - 1);
            text.Append(_terms[i].Term.Text);
        }
        return PhraseText.Close(text, Slop);
    }

    private static (Term Term, int Position)[] Consecutive(string field, IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var terms = new (Term Term, int Position)[words.Count];
        for (var i = 0; i < terms.Length; i++)
            terms[i] = (new Term(field, words[i]), i);
        return terms;
    }

    internal override Query Rewrite(IndexReader reader) => _terms.Length switch
    {
        0 => new MatchNoneQuery("empty PhraseQuery"),
        1 => new TermQuery(_terms[0].Term),
        _ => this,
    };

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost)
    {
        var places = new (IReadOnlyList<Term> Terms, int Position)[_terms.Length];
        for (var i = 0; i < places.Length; i++)
            places[i] = ([_terms[i].Term], _terms[i].Position);
        return new PhraseWeight(this, Field, places, Slop, searcher, needsScores, boost);
    }

    private protected override bool EqualsSameKind(Query other)
    {
        var that = (PhraseQuery)other;
        return Slop == that.Slop && Field == that.Field && _terms.AsSpan().SequenceEqual(that._terms);
    }

    private protected override int HashOfContent()
    {
        HashCode hash = default;
        hash.Add(Slop);
        foreach ((Term, int) term in _terms)
            hash.Add(term);
        return hash.ToHashCode();
    }
}
