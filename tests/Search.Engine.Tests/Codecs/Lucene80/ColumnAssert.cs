using Search.Engine.Index;

namespace Search.Engine.Tests.Codecs.Lucene80;

/// <summary>Three ways through a column give the same documents and values: in order, by jumps, by exact targets.</summary>
internal static class ColumnAssert
{
    /// <param name="expected">Documents with a value, ascending, and what <paramref name="read"/> gives there.</param>
    public static void Equal<TCursor>(
        IReadOnlyDictionary<int, string> expected, int maxDoc, Func<TCursor?> open, Func<TCursor, string> read)
        where TCursor : DocValuesCursor
    {
        int[] docs = [.. expected.Keys.Order()];
        InOrder(expected, docs, open()!, read);
        for (var seed = 1; seed <= 3; seed++)
        {
            ByJumps(expected, docs, maxDoc, open()!, read, seed);
            ByTargets(expected, maxDoc, open()!, read, seed);
        }
    }

    private static void InOrder<TCursor>(IReadOnlyDictionary<int, string> expected, int[] docs, TCursor cursor, Func<TCursor, string> read)
        where TCursor : DocValuesCursor
    {
        Assert.Equal(-1, cursor.DocId);
        foreach (int doc in docs)
        {
            // Half a million assertions are slow: only a difference is asserted.
            int found = cursor.NextDoc();
            string value = found == doc ? read(cursor) : "";
            if (found != doc || cursor.DocId != doc || value != expected[doc])
                Assert.Equal((doc, doc, expected[doc]), (found, cursor.DocId, value));
        }
        Assert.Equal(DocIdCursor.NoMoreDocs, cursor.NextDoc());
    }

    private static void ByJumps<TCursor>(
        IReadOnlyDictionary<int, string> expected, int[] docs, int maxDoc, TCursor cursor, Func<TCursor, string> read, int seed)
        where TCursor : DocValuesCursor
    {
        var random = new Random(seed);
        int step = seed * seed * Math.Max(1, maxDoc / 100);
        for (int target = random.Next(step); target < maxDoc; target = cursor.DocId + 1 + random.Next(step))
        {
            int place = Array.BinarySearch(docs, target);
            place = place < 0 ? ~place : place;
            int found = cursor.Advance(target);
            if (place == docs.Length)
            {
                Assert.Equal(DocIdCursor.NoMoreDocs, found);
                return;
            }
            Assert.Equal(docs[place], found);
            Assert.Equal(expected[found], read(cursor));
        }
    }

    private static void ByTargets<TCursor>(IReadOnlyDictionary<int, string> expected, int maxDoc, TCursor cursor, Func<TCursor, string> read, int seed)
        where TCursor : DocValuesCursor
    {
        var random = new Random(-seed);
        int step = 1 + seed * seed * maxDoc / 500;
        for (int target = random.Next(step); target < maxDoc; target += random.Next(step + 1))
        {
            bool has = cursor.AdvanceExact(target);
            Assert.Equal(target, cursor.DocId);
            Assert.Equal(expected.ContainsKey(target), has);
            if (has)
                Assert.Equal(expected[target], read(cursor));
        }
    }
}
