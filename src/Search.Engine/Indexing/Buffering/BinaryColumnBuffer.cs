using Search.Engine.Codecs.Lucene80;
using Search.Engine.Documents;
using Search.Engine.Index;

namespace Search.Engine.Indexing.Buffering;

/// <summary>One byte string a document, of any length.</summary>
internal sealed class BinaryColumnBuffer(ByteArena arena, BufferMeter meter) : ColumnBuffer
{
    private readonly BufferList<int> _docIds = new(meter);
    private readonly BufferList<int> _lengths = new(meter);
    private SliceStream _bytes;

    public override void Add(int docId, Field value)
    {
        ReadOnlySpan<byte> bytes = ColumnBytes.Of(value);
        arena.AppendBytes(ref _bytes, bytes);
        _docIds.Add(docId);
        _lengths.Add(bytes.Length);
    }

    public override void WriteTo(Lucene80DocValuesWriter writer, FieldInfo info) =>
        writer.AddBinary(info, () => new Cursor(this, new SliceReader(arena, _bytes)));

    private sealed class Cursor(BinaryColumnBuffer column, SliceReader bytes) : BinaryDocValues
    {
        private readonly BufferedDocs _docs = new(column._docIds);
        private SliceReader _bytes = bytes;
        private byte[] _value = [];
        private int _read; // how many of the column's values were read

        public override int DocId => _docs.DocId;

        public override long Cost => _docs.Count;

        public override ReadOnlySpan<byte> Value
        {
            get
            {
                while (_read <= _docs.Index)
                    ReadValue(column._lengths[_read++]);
                return _value.AsSpan(0, column._lengths[_docs.Index]);
            }
        }

        public override int NextDoc() => _docs.NextDoc();

        public override int Advance(int target) => _docs.Advance(target);

        public override bool AdvanceExact(int target) => _docs.AdvanceExact(target);

        private void ReadValue(int length)
        {
            if (_value.Length < length)
                _value = new byte[Math.Max(length, _value.Length * 2)];
            _bytes.ReadBytes(_value.AsSpan(0, length));
        }
    }
}
