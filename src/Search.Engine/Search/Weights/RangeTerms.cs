using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Weights;

/// <summary>Terms between two bounds.</summary>
internal sealed class RangeTerms(TermsEnum terms, TermRangeQuery range) : FilteredTerms(terms, range.Low?.Bytes.ToArray() ?? [])
{
    protected override Verdict Judge(ReadOnlySpan<byte> term)
    {
        if (range.High is { } high)
        {
            int order = term.SequenceCompareTo(high.Bytes);
            if (order > 0 || (order == 0 && !range.IncludeHigh))
                return Verdict.End;
        }
        return !range.IncludeLow && range.Low is { } low && term.SequenceEqual(low.Bytes) ? Verdict.Skip : Verdict.Fits;
    }
}
