using Search.Engine.Codecs;
using Search.Engine.Index;

namespace Search.Engine.Indexing.Buffering;

/// <summary>The norms of one field: one byte a document, and which documents have the field.</summary>
internal sealed class NormsBuffer(BufferMeter meter) : INormLookup
{
    private readonly BufferList<byte> _norms = new(meter);
    private readonly BufferList<ulong> _present = new(meter);

    /// <summary>Sets the norm of a document beyond all before.</summary>
    public void Set(int docId, byte norm)
    {
        _norms.GrowTo(docId + 1);
        _present.GrowTo(FixedBitSet.WordCount(docId + 1));
        _norms[docId] = norm;
        _present[docId >> 6] |= 1UL << docId;
    }

    /// <summary>The norms as they are stored, signed bytes.</summary>
    public void CopyNorms(ReadOnlySpan<int> docIds, Span<long> norms)
    {
        for (var i = 0; i < docIds.Length; i++)
            norms[i] = Has(docIds[i]) ? (sbyte)_norms[docIds[i]] : 1;
    }

    /// <summary>A cursor over all documents with the field.</summary>
    public NumericDocValues Open() => new Cursor(this);

    private bool Has(int docId) => docId < _norms.Count && (_present[docId >> 6] & (1UL << docId)) != 0;

    private sealed class Cursor(NormsBuffer norms) : NumericDocValues
    {
        private int _docId = -1;

        public override int DocId => _docId;

        public override long Cost => norms._norms.Count;

        public override long Value => (sbyte)norms._norms[_docId];

        public override int NextDoc() => Advance(_docId + 1);

        public override int Advance(int target)
        {
            while (target < norms._norms.Count && !norms.Has(target))
                target++;
            return _docId = target < norms._norms.Count ? target : NoMoreDocs;
        }

        public override bool AdvanceExact(int target)
        {
            _docId = target;
            return norms.Has(target);
        }
    }
}
