using Search.Engine.Index;

namespace Search.Engine.Search.Weights;

/// <summary>Terms that fit a wildcard pattern, looked for among those that start with its literal beginning.</summary>
internal sealed class WildcardTerms(TermsEnum terms, WildcardPattern pattern) : FilteredTerms(terms, pattern.LiteralPrefix)
{
    protected override Verdict Judge(ReadOnlySpan<byte> term)
    {
        if (!term.StartsWith(pattern.LiteralPrefix))
            return Verdict.End;
        return pattern.Matches(term) ? Verdict.Fits : Verdict.Skip;
    }
}
