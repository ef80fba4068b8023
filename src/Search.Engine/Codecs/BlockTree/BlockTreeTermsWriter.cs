using Search.Engine.Codecs.Lucene84;
using Search.Engine.Fst;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.BlockTree;

/// <summary>Writes the terms dictionary and its index: <c>.tim</c>, <c>.tip</c>, <c>.tmd</c>.</summary>
/// <remarks>Postings notes, sections 1.1, 6.1 and 7.1. One thread at a time.</remarks>
internal sealed class BlockTreeTermsWriter : IDisposable
{
    private readonly IndexOutput _terms;
    private readonly IndexOutput _index;
    private readonly IndexOutput _meta;
    private readonly TermBlockWriter _blocks;
    private readonly ByteBufferOutput _records = new(1024);
    private int _fieldCount;

    private BlockTreeTermsWriter(IndexOutput terms, IndexOutput index, IndexOutput meta)
    {
        _terms = terms;
        _index = index;
        _meta = meta;
        _blocks = new TermBlockWriter(terms);
    }

    public static BlockTreeTermsWriter Create(SegmentWriteState state)
    {
        using var opened = new DisposeOnFailure();
        IndexOutput terms = opened.Add(BlockTreeFormat.Create(state, BlockTreeFormat.TermsExtension));
        IndexOutput index = opened.Add(BlockTreeFormat.Create(state, BlockTreeFormat.IndexExtension));
        IndexOutput meta = opened.Add(BlockTreeFormat.Create(state, BlockTreeFormat.MetaExtension));
        CodecHeader.Write(meta, Lucene84PostingsFormat.TermsCodec, Lucene84PostingsFormat.Version, state.Segment.Id, Lucene87Codec.PostingsSuffix);
        meta.WriteVInt32(Lucene84PostingsFormat.BlockSize);
        return opened.Release(new BlockTreeTermsWriter(terms, index, meta));
    }

    /// <summary>Starts a field; its terms are added to what is returned.</summary>
    public BlockTreeFieldWriter StartField(PostingsShape shape) => new(_blocks, shape);

    /// <summary>Ends a field that has at least one term.</summary>
    public void FinishField(FieldInfo field, BlockTreeFieldWriter terms, in FieldStatistics statistics)
    {
        FstBuilder index = terms.Finish();
        _fieldCount++;
        _records.WriteVInt32(field.Number);
        _records.WriteVInt64(terms.TermCount);
        WriteCounted(terms.RootCode);
        if (field.HasFreqs)
            _records.WriteVInt64(statistics.SumTotalTermFreq);
        _records.WriteVInt64(statistics.SumDocFreq);
        _records.WriteVInt32(statistics.DocCount);
        WriteCounted(terms.Min);
        WriteCounted(terms.Last);
        _records.WriteVInt64(_index.FilePointer);
        index.Finish(terms.RootCode).Write(_records);
        _index.WriteBytes(index.Bytes);
    }

    /// <summary>Writes the ends of the files; the summary comes last, it states the lengths of the others.</summary>
    public void Finish()
    {
        CodecFooter.Write(_terms);
        CodecFooter.Write(_index);
        _meta.WriteVInt32(_fieldCount);
        _meta.WriteBytes(_records.Written);
        _meta.WriteInt64(_index.FilePointer);
        _meta.WriteInt64(_terms.FilePointer);
        CodecFooter.Write(_meta);
    }

    public void Dispose() => Closing.All(_terms, _index, _meta);

    private void WriteCounted(ReadOnlySpan<byte> bytes)
    {
        _records.WriteVInt32(bytes.Length);
        _records.WriteBytes(bytes);
    }
}
