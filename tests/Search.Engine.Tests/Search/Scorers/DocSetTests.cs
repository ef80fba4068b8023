using Search.Engine.Index;
using Search.Engine.Search.Scorers;
using Search.Engine.Util;

namespace Search.Engine.Tests.Search.Scorers;

public sealed class DocSetTests
{
    private const int MaxDoc = 70_001;

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(300)]
    [InlineData(20_000)]
    public void Each_document_is_listed_once_in_ascending_order(int count)
    {
        int[] docs = Docs(count);
        int[] expected = [.. docs.Distinct().Order()];
        Assert.Equal(expected, Listed(Set(docs).ToWindows(), 0, MaxDoc));
        DocIdCursor cursor = Set(docs).Cursor();
        Assert.Equal(expected, expected.Select(_ => cursor.NextDoc()));
        Assert.Equal(DocIdCursor.NoMoreDocs, cursor.NextDoc());
    }

    [Theory]
    [InlineData(30)]
    [InlineData(20_000)]
    public void A_list_ends_before_its_bound_and_goes_on_from_there(int count)
    {
        int[] docs = Docs(count);
        WindowScorer scorer = Set(docs).ToWindows();
        var listed = new List<int>();
        int[] bounds = [0, 1, 63, 64, 65, 4_000, 4_096, 4_097, 30_000, 69_999, MaxDoc];
        for (var i = 1; i < bounds.Length; i++)
            listed.AddRange(Listed(scorer, bounds[i - 1], bounds[i]));
        Assert.Equal(docs.Distinct().Order(), listed);
    }

    [Fact]
    public void Bits_far_from_each_other_are_found()
    {
        var bits = new FixedBitSet(MaxDoc);
        int[] docs = [0, 63, 64, 200, 20_000, MaxDoc - 1];
        foreach (int docId in docs)
            bits.Set(docId);
        for (var i = 0; i < docs.Length; i++)
        {
            Assert.Equal(docs[i], bits.NextSetBit(docs[i]));
            Assert.Equal(docs[i], bits.NextSetBit(i == 0 ? 0 : docs[i - 1] + 1));
        }
        Assert.Equal(-1, bits.NextSetBit(MaxDoc));
        bits.Clear(MaxDoc - 1);
        Assert.Equal(-1, bits.NextSetBit(20_001));
    }

    [Theory]
    [InlineData(64, 4096)]
    [InlineData(20_032, MaxDoc)]
    public void A_part_of_another_set_joins_what_was_gathered(int from, int to)
    {
        var bits = new FixedBitSet(MaxDoc);
        int[] docs = Docs(30_000);
        foreach (int docId in docs)
            bits.Set(docId);
        int[] own = Docs(30);
        DocSet set = Set(own);
        set.Add(bits, from, to);
        Assert.Equal(docs.Where(docId => docId >= from && docId < to).Union(own).Order(), Listed(set.ToWindows(), 0, MaxDoc));
    }

    private static int[] Docs(int count)
    {
        var random = new Random(count);
        return [MaxDoc - 1, .. Enumerable.Range(0, count).Select(_ => random.Next(MaxDoc)), 0, 0];
    }

    private static DocSet Set(int[] docs)
    {
        var set = new DocSet(MaxDoc);
        set.Add(docs.AsSpan(0, docs.Length / 2));
        set.AddRuns(docs.AsSpan(docs.Length / 2));
        return set;
    }

    private static List<int> Listed(WindowScorer scorer, int from, int to)
    {
        var window = new ScoreWindow();
        var list = new Candidates();
        var listed = new List<int>();
        for (int next = scorer.Seek(from); next < to; next = scorer.Seek(next))
        {
            list.Clear();
            next = scorer.List(next, to, window, list);
            Assert.InRange(next, 0, to);
            Assert.True(list.Sums.IndexOfAnyExcept(0.0) < 0);
            listed.AddRange(list.Docs);
        }
        return listed;
    }
}
