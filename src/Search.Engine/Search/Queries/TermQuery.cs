using Search.Engine.Index;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>Documents with a term, scored by BM25.</summary>
public sealed class TermQuery : Query
{
    /// <summary>Documents with <paramref name="term"/>.</summary>
    public TermQuery(Term term)
    {
        ArgumentNullException.ThrowIfNull(term);
        Term = term;
    }

    /// <summary>Documents with a term that counts as being as rare as <paramref name="sharedDocFreq"/> says.</summary>
    internal TermQuery(Term term, long sharedDocFreq)
        : this(term) => SharedDocFreq = sharedDocFreq;

    /// <summary>The term that is looked up.</summary>
    public Term Term { get; }

    // Not part of what makes queries equal, as in Lucene: of equal clauses the first one's counts.
    internal long? SharedDocFreq { get; }

    /// <inheritdoc/>
    public override string ToString(string defaultField) => QueryText.FieldPrefix(Term.Field, defaultField) + Term.Text;

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        new TermWeight(this, searcher, needsScores, boost);

    private protected override bool EqualsSameKind(Query other) => Term == ((TermQuery)other).Term;

    private protected override int HashOfContent() => Term.GetHashCode();
}
