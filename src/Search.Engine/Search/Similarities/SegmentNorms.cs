using Search.Engine.Index;

namespace Search.Engine.Search.Similarities;

/// <summary>The length codes of one field in one segment, of documents in any order.</summary>
/// <remarks>One thread.</remarks>
internal sealed class SegmentNorms
{
    // Norms at a time that stand between documents and their factors.
    private const int Step = 128;

    private readonly LeafReader _reader;
    private readonly string _field;
    private readonly ByteNorms? _bytes;

    // Norms of another width go through a cursor, which starts over where documents descend.
    private NumericDocValues? _cursor;

    public SegmentNorms(LeafReader reader, string field)
    {
        _reader = reader;
        _field = field;
        _bytes = reader.ByteNorms(field);
        _cursor = _bytes is null ? reader.Norms(field) : null;
    }

    public byte Of(int docId)
    {
        byte norm = 0;
        Read([docId], new Span<byte>(ref norm));
        return norm;
    }

    /// <summary>The codes of documents, side by side.</summary>
    public void Read(ReadOnlySpan<int> docs, Span<byte> norms)
    {
        if (_bytes is not null)
        {
            _bytes.Read(docs, SimScorer.NoNorm, norms);
            return;
        }
        for (var i = 0; i < docs.Length; i++)
            norms[i] = ByCursor(docs[i]);
    }

    /// <summary>What the codes of documents stand for, side by side.</summary>
    /// <param name="factors">By code.</param>
    public void ReadFactors(ReadOnlySpan<int> docs, ReadOnlySpan<float> factors, Span<float> read)
    {
        read = read[..docs.Length];
        factors = factors[..256];
        ReadOnlySpan<byte> dense = _bytes is null ? [] : _bytes.Dense;
        if (!dense.IsEmpty)
        {
            for (var i = 0; i < docs.Length; i++)
                read[i] = factors[dense[docs[i]]];
            return;
        }
        Span<byte> norms = stackalloc byte[Step];
        for (var start = 0; start < docs.Length; start += Step)
        {
            ReadOnlySpan<int> some = docs[start..Math.Min(start + Step, docs.Length)];
            Read(some, norms);
            for (var i = 0; i < some.Length; i++)
                read[start + i] = factors[norms[i]];
        }
    }

    private byte ByCursor(int docId)
    {
        if (_cursor is null)
            return SimScorer.NoNorm;
        if (docId < _cursor.DocId)
            _cursor = _reader.Norms(_field)!;
        return _cursor.AdvanceExact(docId) ? (byte)_cursor.Value : SimScorer.NoNorm;
    }
}
