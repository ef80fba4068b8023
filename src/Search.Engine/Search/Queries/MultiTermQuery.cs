using Search.Engine.Index;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>Documents with any term of a field that fits a rule; constant score.</summary>
/// <remarks>The terms are found anew in each segment. Search semantics notes, section 2.8.</remarks>
public abstract class MultiTermQuery : Query
{
    private protected MultiTermQuery(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        Field = field;
    }

    /// <summary>The field whose terms are looked through.</summary>
    public string Field { get; }

    /// <summary>The terms of a segment that fit.</summary>
    internal abstract MatchingTerms OpenTerms(Terms terms);

    internal sealed override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        new MultiTermWeight(this, needsScores, boost);
}
