using Search.Engine.Index;

namespace Search.Engine.Segments;

/// <summary>Walks all norms, columns and points of a segment.</summary>
internal static class ColumnsCheck
{
    public static void Run(SegmentReader segment, List<string> problems, CancellationToken cancellation)
    {
        foreach (FieldInfo info in segment.FieldInfos)
        {
            cancellation.ThrowIfCancellationRequested();
            if (info.HasNorms && segment.Norms(info.Name) is { } norms)
                Walk(norms, _ => Read(norms.Value));
            switch (info.DocValuesType)
            {
                case DocValuesType.Numeric when segment.NumericColumn(info.Name) is { } column:
                    Walk(column, _ => Read(column.Value));
                    break;
                case DocValuesType.Binary when segment.BinaryColumn(info.Name) is { } column:
                    Walk(column, _ => Read(column.Value.Length));
                    break;
                case DocValuesType.Sorted when segment.SortedColumn(info.Name) is { } column:
                    CheckDictionary(info, column.Dictionary, problems);
                    Walk(column, doc => CheckOrdinal(info, doc, column.Ordinal, column.Dictionary, problems));
                    break;
                case DocValuesType.SortedSet when segment.SortedSetColumn(info.Name) is { } column:
                    CheckDictionary(info, column.Dictionary, problems);
                    Walk(column, doc => CheckSet(info, doc, column, problems));
                    break;
                case DocValuesType.SortedNumeric when segment.SortedNumericColumn(info.Name) is { } column:
                    Walk(column, doc => CheckAscending(info, doc, column, problems));
                    break;
            }
            if (info.PointDimensionCount > 0 && segment.Points(info.Name) is { } points)
                CheckPoints(info, points, segment.MaxDoc, problems);
        }
    }

    private static void Walk(DocIdCursor cursor, Action<int> visit)
    {
        for (int doc = cursor.NextDoc(); doc != DocIdCursor.NoMoreDocs; doc = cursor.NextDoc())
            visit(doc);
    }

    // Reading is the check: a damaged value throws.
    private static void Read(long value) => _ = value;

    private static void CheckDictionary(FieldInfo info, IOrdinalDictionary dictionary, List<string> problems)
    {
        byte[]? previous = null;
        for (var ordinal = 0; ordinal < dictionary.ValueCount; ordinal++)
        {
            ReadOnlySpan<byte> value = dictionary.Lookup(ordinal);
            if (previous is not null && value.SequenceCompareTo(previous) <= 0)
                problems.Add($"{info.Name}: dictionary entry {ordinal} is not behind the one before it");
            previous = value.ToArray();
        }
    }

    private static void CheckOrdinal(FieldInfo info, int doc, int ordinal, IOrdinalDictionary dictionary, List<string> problems)
    {
        if (ordinal < 0 || ordinal >= dictionary.ValueCount)
            problems.Add($"{info.Name}: document {doc} has ordinal {ordinal} of {dictionary.ValueCount}");
    }

    private static void CheckSet(FieldInfo info, int doc, SortedSetDocValues column, List<string> problems)
    {
        int last = -1;
        for (int left = column.Count; left > 0; left--)
        {
            int ordinal = column.NextOrdinal();
            CheckOrdinal(info, doc, ordinal, column.Dictionary, problems);
            if (ordinal <= last)
                problems.Add($"{info.Name}: ordinals of document {doc} do not ascend");
            last = ordinal;
        }
    }

    private static void CheckAscending(FieldInfo info, int doc, SortedNumericDocValues column, List<string> problems)
    {
        long last = long.MinValue;
        for (int left = column.Count; left > 0; left--)
        {
            long value = column.NextValue();
            if (value < last)
                problems.Add($"{info.Name}: values of document {doc} do not ascend");
            last = value;
        }
    }

    private static void CheckPoints(FieldInfo info, PointValues points, int maxDoc, List<string> problems)
    {
        var visitor = new PointCheck(new FixedBitSet(maxDoc));
        points.Intersect(visitor);
        if (visitor.Count != points.Count)
            problems.Add($"{info.Name}: {points.Count} points are stated, {visitor.Count} are there");
        if (visitor.Docs.Cardinality() != points.DocCount)
            problems.Add($"{info.Name}: {points.DocCount} documents with points are stated, {visitor.Docs.Cardinality()} are there");
    }

    // Every cell is said to cross, so that every single point is visited.
    private sealed class PointCheck(FixedBitSet docs) : IPointVisitor
    {
        public FixedBitSet Docs { get; } = docs;

        public long Count { get; private set; }

        public CellRelation Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max) => CellRelation.Crosses;

        public void VisitInside(ReadOnlySpan<int> docs)
        {
            foreach (int doc in docs)
                Add(doc);
        }

        public void Visit(int docId, ReadOnlySpan<byte> packedValue) => Add(docId);

        private void Add(int doc)
        {
            Docs.Set(doc);
            Count++;
        }
    }
}
