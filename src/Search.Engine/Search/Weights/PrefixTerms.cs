using Search.Engine.Index;

namespace Search.Engine.Search.Weights;

/// <summary>Terms that start with a prefix.</summary>
internal sealed class PrefixTerms(TermsEnum terms, byte[] prefix) : FilteredTerms(terms, prefix)
{
    private readonly byte[] _prefix = prefix;

    protected override Verdict Judge(ReadOnlySpan<byte> term) => term.StartsWith(_prefix) ? Verdict.Fits : Verdict.End;
}
