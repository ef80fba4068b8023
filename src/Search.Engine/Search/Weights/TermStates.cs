using Search.Engine.Index;

namespace Search.Engine.Search.Weights;

/// <summary>One term looked up in every segment of a reader.</summary>
/// <remarks>Immutable; shareable.</remarks>
internal sealed class TermStates
{
    private readonly TermState[] _states; // no documents: the segment does not have it

    public TermStates(IndexReader reader, Term term)
    {
        Term = term;
        _states = new TermState[reader.Leaves.Count];
        for (var i = 0; i < _states.Length; i++)
        {
            Leaf leaf = reader.Leaves[i];
            if (leaf.Reader.Terms(term.Field) is not { } terms || !terms.TryGet(term.Bytes, out TermState state))
                continue;
            _states[leaf.Ordinal] = state;
            DocFreq += state.DocFreq;
        }
    }

    public Term Term { get; }

    /// <summary>Documents with the term over all segments, deleted ones included.</summary>
    public long DocFreq { get; }

    /// <summary>Whether any segment has the term.</summary>
    public bool Exists => DocFreq > 0;

    /// <summary>The term in one segment.</summary>
    public bool TryGet(Leaf leaf, out TermState state)
    {
        state = _states[leaf.Ordinal];
        return state.DocFreq > 0;
    }

    /// <summary>The term's postings in one segment, null when it has none.</summary>
    public PostingsEnum? Postings(Leaf leaf, PostingsDetail detail) =>
        TryGet(leaf, out TermState state) ? leaf.Reader.Terms(Term.Field)!.Postings(state, detail) : null;
}
