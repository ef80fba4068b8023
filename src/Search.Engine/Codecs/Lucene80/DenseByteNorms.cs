using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Norms of one byte that every document has.</summary>
/// <param name="data">Holds <paramref name="count"/> of them from <paramref name="offset"/> on.</param>
internal sealed class DenseByteNorms(IndexInput data, long offset, int count) : ByteNorms
{
    public override ReadOnlySpan<byte> Dense => data.SpanAt(offset, count);

    public override void Read(ReadOnlySpan<int> docs, byte absent, Span<byte> norms)
    {
        ReadOnlySpan<byte> dense = Dense;
        for (var i = 0; i < docs.Length; i++)
            norms[i] = dense[docs[i]];
    }
}
