using Search.Engine.Codecs.BlockTree;
using Search.Engine.Codecs.Lucene84;
using Search.Engine.Index;

namespace Search.Engine.Indexing.Merging;

/// <summary>The terms of a field in one segment, with the way to their postings.</summary>
/// <param name="source">Number of the segment in the merge.</param>
internal sealed class EnumeratedTerms(BlockTreeTerms terms, int source) : SortedTerms
{
    private readonly TermsEnum _cursor = terms.Enumerate();
    private readonly PostingsSource _postings = terms.Source();

    /// <summary>Number of the segment in the merge.</summary>
    public int Source => source;

    public override ReadOnlySpan<byte> Term => _cursor.Term;

    public override bool Next() => _cursor.Next();

    /// <summary>The postings of the current term, before the first block.</summary>
    public PostingsSource StartPostings()
    {
        _postings.Start(_cursor.State);
        return _postings;
    }
}
