using Search.Engine.Index;

namespace Search.Engine.Search.Queries;

/// <summary>A term that a multi-term query comes to.</summary>
/// <param name="term">The term.</param>
/// <param name="boost">How similar it is to what is asked for.</param>
internal sealed class ExpandedTerm(Term term, float boost)
{
    public Term Term => term;

    public float Boost => boost;

    /// <summary>Documents with the term, deleted ones included.</summary>
    public long DocFreq { get; set; }

    /// <summary>The more similar first, then the lesser in byte order.</summary>
    public static int CompareBest(ExpandedTerm? one, ExpandedTerm? other)
    {
        int order = other!.Boost.CompareTo(one!.Boost);
        return order != 0 ? order : one.Term.CompareTo(other.Term);
    }
}
