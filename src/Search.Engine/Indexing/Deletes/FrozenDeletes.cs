using Search.Engine.Index;

namespace Search.Engine.Indexing.Deletes;

/// <summary>A set of deletes by term, in the order in which dictionaries like to be asked.</summary>
/// <remarks>Immutable; shareable.</remarks>
internal sealed class FrozenDeletes
{
    private readonly Term[] _terms;
    private readonly int[] _docIdLimits;

    private FrozenDeletes(Term[] terms, int[] docIdLimits)
    {
        _terms = terms;
        _docIdLimits = docIdLimits;
    }

    public bool IsEmpty => _terms.Length == 0;

    /// <summary>The terms, ascending by field and bytes.</summary>
    public ReadOnlySpan<Term> Terms => _terms;

    /// <summary>Beside each term: which documents of the segment that was buffered with it were there before.</summary>
    public ReadOnlySpan<int> DocIdLimits => _docIdLimits;

    public static FrozenDeletes Create(IReadOnlyDictionary<Term, int> limits)
    {
        var terms = new Term[limits.Count];
        var docIdLimits = new int[limits.Count];
        var index = 0;
        foreach ((Term term, int limit) in limits)
        {
            terms[index] = term;
            docIdLimits[index++] = limit;
        }
        Array.Sort(terms, docIdLimits);
        return new FrozenDeletes(terms, docIdLimits);
    }
}
