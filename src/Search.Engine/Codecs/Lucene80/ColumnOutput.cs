using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>The pair of column files of a segment being written.</summary>
/// <remarks>One thread at a time. Disposing without <see cref="Finish"/> leaves files that no reader accepts.</remarks>
internal sealed class ColumnOutput : IDisposable
{
    private ColumnOutput(IndexOutput meta, IndexOutput data, int maxDoc)
    {
        Meta = meta;
        Data = data;
        MaxDoc = maxDoc;
    }

    public IndexOutput Meta { get; }

    public IndexOutput Data { get; }

    /// <summary>Number of documents of the segment, deleted ones included.</summary>
    public int MaxDoc { get; }

    public static ColumnOutput Create(SegmentWriteState state, ColumnFormat format, string suffix)
    {
        using var opened = new DisposeOnFailure();
        IndexOutput meta = opened.Add(state.CreateOutput(format.MetaExtension, suffix));
        IndexOutput data = opened.Add(state.CreateOutput(format.DataExtension, suffix));
        CodecHeader.Write(meta, format.MetaCodec, format.Version, state.Segment.Id, suffix);
        CodecHeader.Write(data, format.DataCodec, format.Version, state.Segment.Id, suffix);
        return opened.Release(new ColumnOutput(meta, data, state.Segment.MaxDoc));
    }

    /// <summary>Ends both files.</summary>
    public void Finish()
    {
        Meta.WriteInt32(ColumnFormat.EndOfFields);
        CodecFooter.Write(Meta);
        CodecFooter.Write(Data);
    }

    public void Dispose() => Closing.All(Meta, Data);
}
