using Search.Engine.Codecs.Lucene80;
using Search.Engine.Documents;
using Search.Engine.Index;

namespace Search.Engine.Indexing.Buffering;

/// <summary>One string of a dictionary a document.</summary>
internal sealed class SortedColumnBuffer(ByteArena arena, BufferMeter meter) : ColumnBuffer
{
    private readonly BytesHash<NoValue> _strings = new(arena, meter);
    private readonly BufferList<int> _docIds = new(meter);
    private readonly BufferList<int> _ids = new(meter);

    public override void Add(int docId, Field value)
    {
        _ids.Add(_strings.GetOrAdd(ColumnBytes.Of(value)));
        _docIds.Add(docId);
    }

    public override void WriteTo(Lucene80DocValuesWriter writer, FieldInfo info)
    {
        var dictionary = new BufferedDictionary(_strings);
        writer.AddSorted(info, () => new Cursor(this, dictionary));
    }

    private sealed class Cursor(SortedColumnBuffer column, BufferedDictionary dictionary) : SortedDocValues
    {
        private readonly BufferedDocs _docs = new(column._docIds);

        public override int DocId => _docs.DocId;

        public override long Cost => _docs.Count;

        public override int Ordinal => dictionary.OrdinalOf[column._ids[_docs.Index]];

        public override IOrdinalDictionary Dictionary => dictionary;

        public override int NextDoc() => _docs.NextDoc();

        public override int Advance(int target) => _docs.Advance(target);

        public override bool AdvanceExact(int target) => _docs.AdvanceExact(target);
    }
}
