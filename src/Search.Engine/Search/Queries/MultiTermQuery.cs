using Search.Engine.Index;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>Documents with any term of a field that fits a rule.</summary>
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

    /// <summary>How the terms are run and scored; constant scores unless the kind says otherwise.</summary>
    public RewriteMethod Method
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = RewriteMethod.ConstantScore;

    /// <summary>The terms of a segment that fit.</summary>
    internal abstract MatchingTerms OpenTerms(Terms terms);

    /// <summary>How similar the current term is to what is asked for, at most 1: its boost where terms are scored; below 0 it counts as 0.</summary>
    internal virtual float BoostOf(MatchingTerms terms) => 1f;

    /// <summary>Whether <see cref="BoostOf"/> tells terms apart.</summary>
    internal virtual bool HasBoosts => false;

    internal sealed override Query Rewrite(IndexReader reader) =>
        Method.Kind == RewriteKind.ConstantScore ? this : TermExpansion.Rewrite(this, reader);

    internal sealed override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        Method.Kind == RewriteKind.ConstantScore
            ? new MultiTermWeight(this, needsScores, boost)
            : new ExpandedWeight(this, searcher.Rewrite(this).CreateWeight(searcher, needsScores, boost), needsScores);

    private protected sealed override bool EqualsSameKind(Query other)
    {
        var that = (MultiTermQuery)other;
        return Field == that.Field && Method == that.Method && EqualsSameRule(that);
    }

    private protected sealed override int HashOfContent() => HashCode.Combine(Field, Method, HashOfRule());

    /// <summary>Whether a query of the same class, field and method asks for the same terms.</summary>
    private protected abstract bool EqualsSameRule(MultiTermQuery other);

    /// <summary>Hash of all that <see cref="EqualsSameRule"/> compares.</summary>
    private protected abstract int HashOfRule();
}
