using Search.Engine.Codecs.Lucene84;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.BlockTree;

/// <summary>Opens the terms dictionary of a segment.</summary>
/// <remarks>Postings notes, sections 1.1 and 11. Immutable and shareable.</remarks>
internal sealed class BlockTreeTermsReader : IDisposable
{
    private readonly IndexInput _terms;
    private readonly IndexInput _index;
    private readonly IndexInput _meta;
    private readonly Dictionary<string, BlockTreeTerms> _fields;

    private BlockTreeTermsReader(IndexInput terms, IndexInput index, IndexInput meta, Dictionary<string, BlockTreeTerms> fields)
    {
        _terms = terms;
        _index = index;
        _meta = meta;
        _fields = fields;
    }

    /// <param name="postings">Opens the postings of the terms; borrowed.</param>
    public static BlockTreeTermsReader Open(SegmentReadState state, Lucene84PostingsReader postings)
    {
        using var opened = new DisposeOnFailure();
        IndexInput meta = opened.Add(BlockTreeFormat.Open(state, BlockTreeFormat.MetaExtension));
        CodecFooter.CheckWholeFile(meta);
        CodecHeader.Check(meta, Lucene84PostingsFormat.TermsCodec, Lucene84PostingsFormat.Version, Lucene84PostingsFormat.Version, state.Segment.Id, Lucene87Codec.PostingsSuffix);
        int blockSize = meta.ReadVInt32();
        if (blockSize != Lucene84PostingsFormat.BlockSize)
            throw new CorruptIndexException($"postings blocks of {blockSize}", meta);

        IndexInput terms = opened.Add(BlockTreeFormat.Open(state, BlockTreeFormat.TermsExtension));
        IndexInput index = opened.Add(BlockTreeFormat.Open(state, BlockTreeFormat.IndexExtension));
        var fields = new Dictionary<string, BlockTreeTerms>(StringComparer.Ordinal);
        for (int count = meta.ReadVInt32(); count != 0; count--)
        {
            FieldRecord record = FieldRecord.Read(meta, state.Fields, state.Segment.MaxDoc);
            if (record.TermCount > terms.Length)
                throw new CorruptIndexException($"{record.TermCount} terms in {terms.Length} bytes", meta);
            if (!fields.TryAdd(record.Field.Name, new BlockTreeTerms(record, terms, index, postings, state.Segment.MaxDoc)))
                throw new CorruptIndexException($"field {record.Field.Name} stands twice", meta);
        }
        CheckLength(meta, index);
        CheckLength(meta, terms);
        CodecFooter.CheckAtFooter(meta);
        return opened.Release(new BlockTreeTermsReader(terms, index, meta, fields));
    }

    /// <summary>The terms of a field; null when it has none.</summary>
    public Terms? Terms(string field) => _fields.GetValueOrDefault(field);

    /// <summary>Compares the checksums of all files with their bytes.</summary>
    public void CheckIntegrity()
    {
        CodecFooter.CheckWholeFile(_terms);
        CodecFooter.CheckWholeFile(_index);
        CodecFooter.CheckWholeFile(_meta);
    }

    public void Dispose()
    {
        _terms.Dispose();
        _index.Dispose();
        _meta.Dispose();
    }

    private static void CheckLength(IndexInput meta, IndexInput input)
    {
        long length = meta.ReadInt64();
        if (length != input.Length)
            throw new CorruptIndexException($"{input.Length} bytes where {meta.Name} says {length}", input.Name);
    }
}
