using Search.Engine.Search.Scorers;
using Search.Engine.Util;

namespace Search.Engine.Tests.Search.Scorers;

public sealed class BitSetWindowScorerTests
{
    private const int Length = 1000;

    [Fact]
    public void Nothing_in_a_range_lies_behind_its_end()
    {
        int[] docs = [3, 64, 127, 300, Length - 1];
        var bits = new FixedBitSet(Length);
        foreach (int docId in docs)
            bits.Set(docId);
        var scorer = new BitSetWindowScorer(bits, docs.Length);
        int[] places = [0, 3, 4, 63, 64, 65, 127, 128, 299, 300, 301, 448, Length - 1, Length];
        foreach (int from in places)
        {
            foreach (int to in (int[])[.. places.Where(to => to >= from), Length + 70])
            {
                int end = scorer.EndOf(from, to);
                Assert.InRange(end, from, to);
                Assert.DoesNotContain(docs, docId => docId >= end && docId < to);
                // A word is not divided.
                Assert.True(end == from || docs.Any(docId => docId >= (end - 1) >> 6 << 6 && docId < end + 64), $"{end} is behind the last of {from} to {to}");
            }
        }
    }
}
