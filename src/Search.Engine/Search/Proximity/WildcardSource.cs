using Search.Engine.Index;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Proximity;

/// <summary>Any word that fits a pattern of <c>?</c> and <c>*</c>.</summary>
internal sealed class WildcardSource(string pattern, int mostTerms) : TermsSource(mostTerms)
{
    private readonly WildcardPattern _parsed = new(pattern);

    protected override string Pattern { get; } = pattern;

    protected override MatchingTerms OpenTerms(Terms terms) => new WildcardTerms(terms.Enumerate(), _parsed);

    private protected override bool EqualsSameKind(IntervalSource other) =>
        MostTerms == ((WildcardSource)other).MostTerms && Pattern == ((WildcardSource)other).Pattern;

    private protected override int HashOfContent() => HashCode.Combine(Pattern, MostTerms);
}
