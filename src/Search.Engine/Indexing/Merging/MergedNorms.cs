using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene80;
using Search.Engine.Index;

namespace Search.Engine.Indexing.Merging;

/// <summary>Looks up the norms that were just written for the new segment, for the impacts of its postings.</summary>
/// <remarks>Nothing is copied into memory: most norms are one byte a document and stand in the file so. One thread at a time.</remarks>
internal sealed class MergedNorms(Lucene80NormsReader norms, FieldInfo field) : INormLookup
{
    private NumericDocValues? _cursor;

    public void CopyNorms(ReadOnlySpan<int> docIds, Span<long> values)
    {
        ReadOnlySpan<byte> dense = norms.Bytes(field) is { } bytes ? bytes.Dense : [];
        for (var i = 0; i < docIds.Length; i++)
            values[i] = dense.IsEmpty ? NormOf(docIds[i]) : (sbyte)dense[docIds[i]];
    }

    private long NormOf(int docId)
    {
        if (_cursor is null || _cursor.DocId > docId)
            _cursor = norms.Norms(field);
        return _cursor is not null && _cursor.AdvanceExact(docId) ? _cursor.Value : 1;
    }
}
