using Search.Engine.Codecs.BlockTree;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>The inverted index of a segment.</summary>
/// <remarks>README.md has the grammar. Immutable and shareable.</remarks>
internal sealed class Lucene84FieldsReader : IDisposable
{
    private readonly Lucene84PostingsReader _postings;
    private readonly BlockTreeTermsReader _dictionary;

    private Lucene84FieldsReader(Lucene84PostingsReader postings, BlockTreeTermsReader dictionary)
    {
        _postings = postings;
        _dictionary = dictionary;
    }

    /// <summary>Opens the files of a segment of which a field has (or had, before a merge) terms.</summary>
    /// <exception cref="CorruptIndexException">A header, a footer or the summary is not sound.</exception>
    public static Lucene84FieldsReader Open(SegmentReadState state)
    {
        using var opened = new DisposeOnFailure();
        Lucene84PostingsReader postings = opened.Add(Lucene84PostingsReader.Open(state));
        BlockTreeTermsReader dictionary = opened.Add(BlockTreeTermsReader.Open(state, postings));
        return opened.Release(new Lucene84FieldsReader(postings, dictionary));
    }

    /// <summary>The terms of a field; null when the segment has none of it.</summary>
    public Terms? Terms(string field) => _dictionary.Terms(field);

    /// <summary>Compares the checksums of all files with their bytes.</summary>
    public void CheckIntegrity()
    {
        _postings.CheckIntegrity();
        _dictionary.CheckIntegrity();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _dictionary.Dispose();
        _postings.Dispose();
    }
}
