using Search.Engine.Codecs.Lucene80;
using Search.Engine.Documents;
using Search.Engine.Index;

namespace Search.Engine.Indexing.Buffering;

/// <summary>A set of dictionary strings a document; a repeated string counts once.</summary>
internal sealed class SortedSetColumnBuffer(ByteArena arena, BufferMeter meter) : ColumnBuffer
{
    private readonly BytesHash<NoValue> _strings = new(arena, meter);
    private readonly MultiValues<int> _ids = new(meter);

    public override void Add(int docId, Field value) => _ids.Add(docId, _strings.GetOrAdd(ColumnBytes.Of(value)));

    public override void WriteTo(Lucene80DocValuesWriter writer, FieldInfo info)
    {
        var dictionary = new BufferedDictionary(_strings);
        writer.AddSortedSet(info, () => new Cursor(_ids, dictionary));
    }

    private sealed class Cursor(MultiValues<int> ids, BufferedDictionary dictionary) : SortedSetDocValues
    {
        private readonly BufferedDocs _docs = new(ids.DocIds);
        private int[] _ordinals = new int[8];
        private int _count;
        private int _next;
        private int _loadedIndex = -1;

        public override int DocId => _docs.DocId;

        public override long Cost => _docs.Count;

        public override IOrdinalDictionary Dictionary => dictionary;

        public override int Count
        {
            get
            {
                Load();
                return _count;
            }
        }

        public override int NextOrdinal()
        {
            Load();
            return _ordinals[_next++];
        }

        public override int NextDoc() => _docs.NextDoc();

        public override int Advance(int target) => _docs.Advance(target);

        public override bool AdvanceExact(int target) => _docs.AdvanceExact(target);

        // Ordinals of the current document, ascending, each once.
        private void Load()
        {
            if (_loadedIndex == _docs.Index)
                return;
            _loadedIndex = _docs.Index;
            int valueCount = ids.CountOf(_docs.Index);
            if (_ordinals.Length < valueCount)
                _ordinals = new int[valueCount * 2];
            Span<int> own = _ordinals.AsSpan(0, valueCount);
            ids.CopyTo(_docs.Index, own);
            foreach (ref int ordinal in own)
                ordinal = dictionary.OrdinalOf[ordinal];
            own.Sort();
            _count = 0;
            _next = 0;
            for (var i = 0; i < valueCount; i++)
            {
                if (i == 0 || _ordinals[i] != _ordinals[_count - 1])
                    _ordinals[_count++] = _ordinals[i];
            }
        }
    }
}
