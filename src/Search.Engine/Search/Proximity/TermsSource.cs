using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Proximity;

/// <summary>Any word that fits a pattern.</summary>
/// <param name="pattern">Only its rule counts, not its field.</param>
/// <param name="mostTerms">Most terms of a segment that are looked for, in their order; what is beyond makes the result a part.</param>
internal sealed class TermsSource(MultiTermQuery pattern, int mostTerms) : IntervalSource
{
    private readonly MultiTermQuery _pattern = pattern;
    private readonly int _mostTerms = mostTerms;

    internal override int MinExtent => 1;

    public override string ToString() => $"MultiTerm({_pattern.ToString(_pattern.Field)})";

    internal override IntervalMatcher? Open(IntervalContext context)
    {
        if (context.Terms() is not { } terms)
            return null;
        MatchingTerms matching = _pattern.OpenTerms(terms);
        var found = new List<PostingsEnum>();
        while (matching.Next() && context.Budget?.TryExpand() != false)
        {
            if (found.Count == _mostTerms)
            {
                context.Budget?.LeaveTermsOut();
                break;
            }
            found.Add(terms.Postings(matching.State, context.Detail));
        }
        return found.Count switch
        {
            0 => null,
            1 => new TermMatcher(found[0], context.HasOffsets),
            _ => new TermsMatcher([.. found], context.HasOffsets),
        };
    }

    internal override void AddCost(QueryCost cost) => _pattern.AddCost(cost);

    private protected override bool EqualsSameKind(IntervalSource other)
    {
        var that = (TermsSource)other;
        return _mostTerms == that._mostTerms && _pattern.Equals(that._pattern);
    }

    private protected override int HashOfContent() => HashCode.Combine(_pattern, _mostTerms);
}
