using Search.Engine.Index;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Proximity;

/// <summary>Any word that fits a pattern.</summary>
/// <param name="mostTerms">Most terms of a segment that are looked for, in their order; what is beyond makes the result a part.</param>
internal abstract class TermsSource(int mostTerms) : IntervalSource
{
    internal sealed override int MinExtent => 1;

    /// <summary>Most terms of a segment that are looked for.</summary>
    protected int MostTerms => mostTerms;

    /// <summary>The pattern as it is printed.</summary>
    protected abstract string Pattern { get; }

    public sealed override string ToString() => $"MultiTerm({Pattern})";

    internal sealed override IntervalMatcher? Open(IntervalContext context)
    {
        if (context.Terms() is not { } terms)
            return null;
        MatchingTerms matching = OpenTerms(terms);
        var found = new List<PostingsEnum>();
        while (matching.Next() && context.Budget?.TryExpand() != false)
        {
            if (found.Count == mostTerms)
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

    internal override void AddCost(QueryCost cost) => cost.AddClause();

    /// <summary>The terms of a segment that fit, in order.</summary>
    protected abstract MatchingTerms OpenTerms(Terms terms);
}
