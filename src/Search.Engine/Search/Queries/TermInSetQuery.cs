using Search.Engine.Index;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>Documents with any of a set of terms, of whatever size; constant score.</summary>
public sealed class TermInSetQuery : MultiTermQuery
{
    private readonly Term[] _terms;

    /// <summary>Any of <paramref name="terms"/>, all of <paramref name="field"/>; repeats do not count.</summary>
    /// <exception cref="ArgumentException">A term of another field.</exception>
    public TermInSetQuery(string field, IEnumerable<Term> terms)
        : base(field)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var sorted = new SortedSet<Term>();
        foreach (Term term in terms)
        {
            ArgumentNullException.ThrowIfNull(term, nameof(terms));
            if (term.Field != field)
                throw new ArgumentException($"term of field {term.Field} in a set of field {field}", nameof(terms));
            sorted.Add(term);
        }
        _terms = [.. sorted];
    }

    /// <summary>Any of the <paramref name="texts"/>.</summary>
    public TermInSetQuery(string field, params IReadOnlyList<string> texts)
        : this(field, (texts ?? throw new ArgumentNullException(nameof(texts))).Select(text => new Term(field, text)))
    {
    }

    /// <summary>The distinct terms, ascending.</summary>
    public IReadOnlyList<Term> Terms => _terms;

    /// <inheritdoc/>
    public override string ToString(string defaultField) => $"{Field}:({string.Join(' ', _terms.Select(term => term.Text))})";

    internal override MatchingTerms OpenTerms(Terms terms) => new SetTerms(terms, _terms);

    private protected override bool EqualsSameRule(MultiTermQuery other) => _terms.AsSpan().SequenceEqual(((TermInSetQuery)other)._terms);

    private protected override int HashOfRule()
    {
        HashCode hash = default;
        foreach (Term term in _terms)
            hash.Add(term);
        return hash.ToHashCode();
    }
}
