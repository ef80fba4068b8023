using System.Text;
using Search.Engine.Index;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Proximity;

/// <summary>Any word with a beginning.</summary>
internal sealed class PrefixSource(string prefix, int mostTerms) : TermsSource(mostTerms)
{
    private readonly string _prefix = prefix;

    protected override string Pattern => _prefix + "*";

    protected override MatchingTerms OpenTerms(Terms terms) => new PrefixTerms(terms.Enumerate(), Encoding.UTF8.GetBytes(_prefix));

    private protected override bool EqualsSameKind(IntervalSource other) =>
        MostTerms == ((PrefixSource)other).MostTerms && _prefix == ((PrefixSource)other)._prefix;

    private protected override int HashOfContent() => HashCode.Combine(_prefix, MostTerms);
}
