using Search.Engine.Index;

namespace Search.Engine.Search.Similarities;

/// <summary>The length codes of one field in one segment.</summary>
/// <remarks>One thread. Documents may come again, as they do when a clause is listed in steps; where not all have a norm that means to start over.</remarks>
internal sealed class SegmentNorms
{
    private readonly LeafReader _reader;
    private readonly string _field;
    private NumericDocValues? _norms;

    public SegmentNorms(LeafReader reader, string field)
    {
        _reader = reader;
        _field = field;
        _norms = reader.DenseByteNorms(field).IsEmpty ? reader.Norms(field) : null;
    }

    public byte Of(int docId)
    {
        ReadOnlySpan<byte> dense = _reader.DenseByteNorms(_field);
        return dense.IsEmpty ? Sparse(docId) : dense[docId];
    }

    /// <summary>The codes of ascending documents, side by side.</summary>
    public void Read(ReadOnlySpan<int> docs, Span<byte> norms)
    {
        ReadOnlySpan<byte> dense = _reader.DenseByteNorms(_field);
        if (!dense.IsEmpty)
        {
            for (var i = 0; i < docs.Length; i++)
                norms[i] = dense[docs[i]];
        }
        else if (_norms is null)
        {
            norms[..docs.Length].Fill(SimScorer.NoNorm);
        }
        else
        {
            for (var i = 0; i < docs.Length; i++)
                norms[i] = Sparse(docs[i]);
        }
    }

    /// <summary>What the codes of ascending documents stand for, side by side.</summary>
    /// <param name="factors">By code.</param>
    public void ReadFactors(ReadOnlySpan<int> docs, ReadOnlySpan<float> factors, Span<float> read)
    {
        read = read[..docs.Length];
        ReadOnlySpan<byte> dense = _reader.DenseByteNorms(_field);
        if (!dense.IsEmpty)
        {
            factors = factors[..256];
            for (var i = 0; i < docs.Length; i++)
                read[i] = factors[dense[docs[i]]];
        }
        else
        {
            for (var i = 0; i < docs.Length; i++)
                read[i] = factors[Sparse(docs[i])];
        }
    }

    private byte Sparse(int docId)
    {
        if (_norms is null)
            return SimScorer.NoNorm;
        if (docId < _norms.DocId)
            _norms = _reader.Norms(_field)!;
        return _norms.AdvanceExact(docId) ? (byte)_norms.Value : SimScorer.NoNorm;
    }
}
