using Search.Engine.Index;

namespace Search.Engine.Segments.Checking;

/// <summary>Walks the norms, the column and the points of a field.</summary>
internal sealed class ColumnsCheck(SegmentReader segment, CheckProblems problems, CancellationToken cancellation)
{
    public void Run(FieldInfo info)
    {
        cancellation.ThrowIfCancellationRequested();
        string name = info.Name;
        if (info.HasNorms)
            Walk(info, () => segment.Norms(name), (norms, _) => Read(norms.Value));
        switch (info.DocValuesType)
        {
            case DocValuesType.Numeric:
                Walk(info, () => segment.NumericColumn(name), (column, _) => Read(column.Value));
                break;
            case DocValuesType.Binary:
                Walk(info, () => segment.BinaryColumn(name), (column, _) => Read(column.Value.Length));
                break;
            case DocValuesType.Sorted:
                OrdinalCheck ordinals = CheckDictionary(info, segment.SortedColumn(name)?.Dictionary);
                Walk(info, () => segment.SortedColumn(name), (column, doc) => ordinals.Check(doc, column.Ordinal));
                ordinals.ExpectAllUsed();
                break;
            case DocValuesType.SortedSet:
                OrdinalCheck sets = CheckDictionary(info, segment.SortedSetColumn(name)?.Dictionary);
                Walk(info, () => segment.SortedSetColumn(name), (column, doc) => CheckSet(info, doc, column, sets));
                sets.ExpectAllUsed();
                break;
            case DocValuesType.SortedNumeric:
                Walk(info, () => segment.SortedNumericColumn(name), (column, doc) => CheckAscending(info, doc, column));
                break;
        }
        if (segment.Points(name) is { } points)
            CheckPoints(info, points);
    }

    // Twice: reading on, and jumping to every document; both must find the same ones.
    private void Walk<T>(FieldInfo info, Func<T?> open, Action<T, int> visit)
        where T : DocValuesCursor
    {
        if (open() is not { } cursor || open() is not { } jumping)
        {
            problems.Add($"{info.Name}: the segment lists values and holds none");
            return;
        }
        var docs = new FixedBitSet(segment.MaxDoc);
        int last = -1;
        for (int doc = cursor.NextDoc(); doc != DocIdCursor.NoMoreDocs; doc = cursor.NextDoc())
        {
            if (doc <= last || doc >= segment.MaxDoc)
            {
                problems.Add($"{info.Name}: a value of document {doc} after {last} of {segment.MaxDoc}");
                return;
            }
            last = doc;
            docs.Set(doc);
            visit(cursor, doc);
        }
        for (var doc = 0; doc < segment.MaxDoc; doc += 1 + doc % 3)
        {
            if (jumping.AdvanceExact(doc) != docs.Get(doc))
                problems.Add($"{info.Name}: document {doc} {(docs.Get(doc) ? "has a value that" : "has no value and one")} a jump finds{(docs.Get(doc) ? " not" : "")}");
        }
    }

    // Reading is the check: a damaged value throws.
    private static void Read(long value) => _ = value;

    private OrdinalCheck CheckDictionary(FieldInfo info, IOrdinalDictionary? dictionary)
    {
        if (dictionary is null)
            return new OrdinalCheck(info, 0, problems);
        byte[]? previous = null;
        for (var ordinal = 0; ordinal < dictionary.ValueCount; ordinal++)
        {
            cancellation.ThrowIfCancellationRequested();
            byte[] value = dictionary.Lookup(ordinal).ToArray();
            if (previous is not null && value.AsSpan().SequenceCompareTo(previous) <= 0)
                problems.Add($"{info.Name}: dictionary entry {ordinal} is not behind the one before it");
            if (dictionary.Find(value) != ordinal)
                problems.Add($"{info.Name}: looking dictionary entry {ordinal} up finds another one");
            previous = value;
        }
        return new OrdinalCheck(info, dictionary.ValueCount, problems);
    }

    private void CheckSet(FieldInfo info, int doc, SortedSetDocValues column, OrdinalCheck ordinals)
    {
        int last = -1;
        for (int left = column.Count; left > 0; left--)
        {
            int ordinal = column.NextOrdinal();
            ordinals.Check(doc, ordinal);
            if (ordinal <= last)
                problems.Add($"{info.Name}: ordinals of document {doc} do not ascend");
            last = ordinal;
        }
    }

    private void CheckAscending(FieldInfo info, int doc, SortedNumericDocValues column)
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

    private void CheckPoints(FieldInfo info, PointValues points)
    {
        var visitor = new PointCheck(points, segment.MaxDoc);
        points.Intersect(visitor);
        if (visitor.Strays > 0)
            problems.Add($"{info.Name}: {visitor.Strays} points lie outside of their cells or out of order");
        if (visitor.Count != points.Count)
            problems.Add($"{info.Name}: {points.Count} points are stated, {visitor.Count} are there");
        if (visitor.DocCount != points.DocCount)
            problems.Add($"{info.Name}: {points.DocCount} documents with points are stated, {visitor.DocCount} are there");
    }
}
