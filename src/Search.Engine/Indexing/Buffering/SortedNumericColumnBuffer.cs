using Search.Engine.Codecs.Lucene80;
using Search.Engine.Documents;
using Search.Engine.Index;

namespace Search.Engine.Indexing.Buffering;

/// <summary>A list of numbers a document, repeats kept.</summary>
internal sealed class SortedNumericColumnBuffer(BufferMeter meter) : ColumnBuffer
{
    private readonly MultiValues<long> _values = new(meter);

    public override void Add(int docId, Field value) => _values.Add(docId, NumericColumnBuffer.BitsOf(value.Number!));

    public override void WriteTo(Lucene80DocValuesWriter writer, FieldInfo info) =>
        writer.AddSortedNumeric(info, () => new Cursor(_values));

    private sealed class Cursor(MultiValues<long> values) : SortedNumericDocValues
    {
        private readonly BufferedDocs _docs = new(values.DocIds);
        private long[] _sorted = new long[8];
        private int _next;
        private int _loadedIndex = -1;

        public override int DocId => _docs.DocId;

        public override long Cost => _docs.Count;

        public override int Count => values.CountOf(_docs.Index);

        public override long NextValue()
        {
            if (_loadedIndex != _docs.Index)
                Load();
            return _sorted[_next++];
        }

        public override int NextDoc() => _docs.NextDoc();

        public override int Advance(int target) => _docs.Advance(target);

        public override bool AdvanceExact(int target) => _docs.AdvanceExact(target);

        private void Load()
        {
            int count = values.CountOf(_docs.Index);
            if (_sorted.Length < count)
                _sorted = new long[count * 2];
            values.CopyTo(_docs.Index, _sorted.AsSpan(0, count));
            _sorted.AsSpan(0, count).Sort();
            _loadedIndex = _docs.Index;
            _next = 0;
        }
    }
}
