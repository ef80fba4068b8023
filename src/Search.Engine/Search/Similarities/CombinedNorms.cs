using Search.Engine.Index;

namespace Search.Engine.Search.Similarities;

/// <summary>The length codes of several fields of one segment taken as one field.</summary>
/// <remarks>
/// The length is the sum of the fields' lengths times their weights, 0 for a field that the document lacks; fields without
/// norms are left out, and without any norms every document counts as having length one. One thread; documents must not descend.
/// </remarks>
internal sealed class CombinedNorms
{
    private readonly LeafReader _reader;
    private readonly (string Field, float Weight, NumericDocValues Norms)[] _fields;
    private float[] _lengths = new float[1];

    public CombinedNorms(LeafReader reader, IReadOnlyList<(string Field, float Weight)> fields)
    {
        _reader = reader;
        var withNorms = new List<(string, float, NumericDocValues)>(fields.Count);
        foreach ((string field, float weight) in fields)
        {
            if (reader.Norms(field) is { } norms)
                withNorms.Add((field, weight, norms));
        }
        _fields = [.. withNorms];
    }

    public byte Of(int docId)
    {
        Span<byte> norm = stackalloc byte[1];
        Read([docId], norm);
        return norm[0];
    }

    /// <summary>The codes of ascending documents, side by side.</summary>
    public void Read(ReadOnlySpan<int> docs, Span<byte> norms)
    {
        if (_fields.Length == 0)
        {
            norms[..docs.Length].Fill(SimScorer.NoNorm);
            return;
        }
        if (_lengths.Length < docs.Length)
            _lengths = new float[Math.Max(docs.Length, 2 * _lengths.Length)];
        Span<float> lengths = _lengths.AsSpan(0, docs.Length);
        lengths.Clear();
        foreach ((string field, float weight, NumericDocValues values) in _fields)
            AddLengths(field, weight, values, docs, lengths);
        // Rounded half up, as Java does.
        for (var i = 0; i < docs.Length; i++)
            norms[i] = LengthNorm.Encode((int)Math.Floor(lengths[i] + 0.5));
    }

    private void AddLengths(string field, float weight, NumericDocValues values, ReadOnlySpan<int> docs, Span<float> lengths)
    {
        ReadOnlySpan<byte> dense = _reader.ByteNorms(field) is { } bytes ? bytes.Dense : [];
        for (var i = 0; i < docs.Length; i++)
        {
            if (!dense.IsEmpty)
                lengths[i] += weight * LengthNorm.Decode(dense[docs[i]]);
            else if (values.AdvanceExact(docs[i]))
                lengths[i] += weight * LengthNorm.Decode((byte)values.Value);
        }
    }
}
