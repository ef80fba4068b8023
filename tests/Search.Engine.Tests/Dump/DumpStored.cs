using Search.Engine.Index;

namespace Search.Engine.Tests.Dump;

/// <summary>The line of the stored values.</summary>
internal static class DumpStored
{
    public static DumpLine Of(IndexReader reader, DumpDocuments documents)
    {
        using var digest = new DumpDigest();
        long values = 0;
        for (var number = 0; number < documents.Order.Length; number++)
        {
            var collector = new Collector();
            reader.VisitStored(documents.Order[number], collector);
            digest.Add(number);
            digest.Add(collector.Values.Count);
            foreach (Action<DumpDigest> add in collector.Values)
                add(digest);
            values += collector.Values.Count;
        }
        return new DumpLine("stored").Add("documents", documents.Order.Length).Add("values", values).Add("digest", digest.Finish());
    }

    // The number of values comes before them, so each is kept until the document is complete.
    private sealed class Collector : StoredFieldVisitor
    {
        public List<Action<DumpDigest>> Values { get; } = [];

        public override Decision Needs(FieldInfo field) => Decision.Read;

        public override void Visit(FieldInfo field, string value) => Add(field, 0, digest => digest.Add(value));

        public override void Visit(FieldInfo field, ReadOnlySpan<byte> value)
        {
            byte[] bytes = value.ToArray();
            Add(field, 1, digest => digest.Add(bytes));
        }

        public override void Visit(FieldInfo field, int value) => Add(field, 2, digest => digest.Add(value));

        public override void Visit(FieldInfo field, long value) => Add(field, 3, digest => digest.Add(value));

        public override void Visit(FieldInfo field, float value) => Add(field, 4, digest => digest.Add(BitConverter.SingleToInt32Bits(value)));

        public override void Visit(FieldInfo field, double value) => Add(field, 5, digest => digest.Add(BitConverter.DoubleToInt64Bits(value)));

        private void Add(FieldInfo field, int type, Action<DumpDigest> value) => Values.Add(digest =>
        {
            digest.Add(field.Name);
            digest.Add(type);
            value(digest);
        });
    }
}
