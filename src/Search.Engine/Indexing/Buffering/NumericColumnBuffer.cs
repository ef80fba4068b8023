using System.Globalization;
using Search.Engine.Codecs.Lucene80;
using Search.Engine.Documents;
using Search.Engine.Index;

namespace Search.Engine.Indexing.Buffering;

/// <summary>One number a document.</summary>
internal sealed class NumericColumnBuffer(BufferMeter meter) : ColumnBuffer
{
    private readonly BufferList<int> _docIds = new(meter);
    private readonly BufferList<long> _values = new(meter);

    /// <summary>A number as columns hold it: floats as their raw bits.</summary>
    public static long BitsOf(object number) => number switch
    {
        long value => value,
        int value => value,
        float value => BitConverter.SingleToInt32Bits(value),
        double value => BitConverter.DoubleToInt64Bits(value),
        _ => Convert.ToInt64(number, CultureInfo.InvariantCulture),
    };

    public override void Add(int docId, Field value)
    {
        _docIds.Add(docId);
        _values.Add(BitsOf(value.Number!));
    }

    public override void WriteTo(Lucene80DocValuesWriter writer, FieldInfo info) =>
        writer.AddNumeric(info, () => new Cursor(this));

    private sealed class Cursor(NumericColumnBuffer column) : NumericDocValues
    {
        private readonly BufferedDocs _docs = new(column._docIds);

        public override int DocId => _docs.DocId;

        public override long Cost => _docs.Count;

        public override long Value => column._values[_docs.Index];

        public override int NextDoc() => _docs.NextDoc();

        public override int Advance(int target) => _docs.Advance(target);

        public override bool AdvanceExact(int target) => _docs.AdvanceExact(target);
    }
}
