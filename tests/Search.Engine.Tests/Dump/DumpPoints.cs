using System.Buffers.Binary;
using Search.Engine.Index;

namespace Search.Engine.Tests.Dump;

/// <summary>The line of a field's points.</summary>
internal static class DumpPoints
{
    public static DumpLine Of(IndexReader reader, DumpDocuments documents, FieldInfo field)
    {
        var records = new List<byte[]>();
        long size = 0;
        long docs = 0;
        foreach (Leaf leaf in reader.Leaves)
        {
            if (leaf.Reader.Points(field.Name) is not { } points)
                continue;
            size += points.Count;
            docs += points.DocCount;
            points.Intersect(new Collector(documents, leaf.DocBase, records));
        }
        records.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        using var digest = new DumpDigest();
        foreach (byte[] record in records)
            digest.AddRaw(record);
        return new DumpLine("points").Add("field", field.Name).Add("size", size).Add("docCount", docs)
            .Add("digested", records.Count).Add("digest", digest.Finish());
    }

    private sealed class Collector(DumpDocuments documents, int docBase, List<byte[]> records) : IPointVisitor
    {
        public CellRelation Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max) => CellRelation.Crosses;

        public void VisitInside(ReadOnlySpan<int> docs) => throw new InvalidOperationException("a cell that crosses has values");

        public void Visit(int docId, ReadOnlySpan<byte> packedValue)
        {
            int number = documents.NumberOf(docBase + docId);
            if (number < 0)
                return;
            var record = new byte[4 + packedValue.Length];
            BinaryPrimitives.WriteInt32BigEndian(record, number);
            packedValue.CopyTo(record.AsSpan(4));
            records.Add(record);
        }
    }
}
