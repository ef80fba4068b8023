using Search.Engine.Automata;

namespace Search.Engine.Index;

/// <summary>The terms of one field in one segment.</summary>
/// <remarks>Shareable; the cursors it opens are not.</remarks>
public abstract class Terms
{
    /// <summary>Number of terms.</summary>
    public abstract long Count { get; }

    /// <summary>Number of documents with at least one term, deleted ones included.</summary>
    public abstract int DocCount { get; }

    /// <summary>Sum of the document frequencies.</summary>
    public abstract long SumDocFreq { get; }

    /// <summary>Sum of the term frequencies; equal to <see cref="SumDocFreq"/> where frequencies are not indexed.</summary>
    public abstract long SumTotalTermFreq { get; }

    /// <summary>Smallest term; empty span when there is none.</summary>
    public abstract ReadOnlySpan<byte> Min { get; }

    /// <summary>Largest term; empty span when there is none.</summary>
    public abstract ReadOnlySpan<byte> Max { get; }

    /// <summary>Exact look-up; allocates nothing.</summary>
    public abstract bool TryGet(ReadOnlySpan<byte> term, out TermState state);

    /// <summary>A cursor over all terms, before the first.</summary>
    public abstract TermsEnum Enumerate();

    /// <summary>A cursor over the terms that belong to a set, before the first.</summary>
    internal MatchingTerms Intersect(CompiledAutomaton set)
    {
        switch (set.Kind)
        {
            case AutomatonKind.Nothing:
                return new SingleTerm(null, default, automatonState: 0);
            case AutomatonKind.Single:
                return TryGet(set.Start, out TermState state)
                    ? new SingleTerm(set.Start.ToArray(), state, set.Automaton.Step(0, set.Start))
                    : new SingleTerm(null, default, automatonState: 0);
            default:
                return Intersect(set.Automaton);
        }
    }

    /// <summary>Opens the postings of a term document by document.</summary>
    /// <param name="reuse">A cursor of an earlier call on the same segment that is no longer needed, or null.</param>
    public abstract PostingsEnum Postings(in TermState state, PostingsDetail detail, PostingsEnum? reuse = null);

    /// <summary>Opens the postings of a term block by block.</summary>
    /// <param name="withFreqs">False when only documents are asked for: <see cref="PostingsBlocks.Freqs"/> is then off limits.</param>
    public abstract PostingsBlocks Blocks(in TermState state, bool withFreqs);

    /// <summary>Opens the postings of a term block by block.</summary>
    /// <param name="withFreqs">The same for all terms that one cursor serves.</param>
    /// <param name="reuse">A cursor of an earlier call for this field and segment that is no longer needed, or null.</param>
    internal virtual PostingsBlocks Blocks(in TermState state, bool withFreqs, PostingsBlocks? reuse) => Blocks(state, withFreqs);

    /// <summary>Reads the documents of a term that has few, without a cursor.</summary>
    /// <returns>How many were read; 0: there are more than fit, or the term needs a cursor.</returns>
    internal virtual int ReadShort(in TermState state, Span<int> docs) => 0;

    /// <summary>Opens the postings of a term of a field with positions block by block, frequencies and positions included.</summary>
    public abstract PostingsBlocks BlocksWithPositions(in TermState state);

    /// <summary>A cursor over the terms that an automaton takes; a dictionary that is a tree leaves out what cannot fit.</summary>
    private protected virtual MatchingTerms Intersect(ByteRunAutomaton automaton) => new FilteredTerms(Enumerate(), automaton);
}
