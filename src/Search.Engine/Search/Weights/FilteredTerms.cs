using Search.Engine.Index;

namespace Search.Engine.Search.Weights;

/// <summary>Terms from a starting point on that fit, as long as any later one can.</summary>
/// <param name="start">The first term that may fit.</param>
internal abstract class FilteredTerms(TermsEnum terms, byte[] start) : MatchingTerms
{
    private bool _started;

    /// <summary>What a term means to the walk.</summary>
    protected enum Verdict
    {
        Fits,
        Skip,
        End,
    }

    public override TermState State => terms.State;

    public override bool Next()
    {
        bool any = _started ? terms.Next() : terms.SeekCeiling(start);
        _started = true;
        while (any)
        {
            Verdict verdict = Judge(terms.Term);
            if (verdict != Verdict.Skip)
                return verdict == Verdict.Fits;
            any = terms.Next();
        }
        return false;
    }

    /// <summary>Judges one term; terms come in order.</summary>
    protected abstract Verdict Judge(ReadOnlySpan<byte> term);
}
