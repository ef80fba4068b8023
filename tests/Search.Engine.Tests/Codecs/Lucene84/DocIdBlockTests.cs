using Search.Engine.Codecs.Lucene84;
using Search.Engine.Store;

namespace Search.Engine.Tests.Codecs.Lucene84;

public sealed class DocIdBlockTests
{
    private const int MaxDoc = int.MaxValue - 128;

    [Theory]
    [InlineData(1, -1, 0)] // 1..128 from the base 0
    [InlineData(0, -1, 1)] // the first gap is 0
    [InlineData(501, 500, 0)]
    public void A_run_of_documents_takes_no_bits_when_all_gaps_are_one(int first, int previous, int bits)
    {
        int[] docIds = [.. Enumerable.Range(first, 128)];
        using IndexInput input = Files.Input(output => DocIdBlock.Write(docIds, Math.Max(previous, 0), output));
        Assert.Equal(bits, input.ByteAt(0));
        Assert.Equal(docIds, Read(input, previous, MaxDoc));
        Assert.Equal(0, input.Remaining);
    }

    [Fact]
    public void Gaps_of_every_width_come_back()
    {
        for (var bits = 1; bits <= 23; bits++)
        {
            var random = new Random(bits);
            var docIds = new int[128];
            int docId = 77;
            for (var i = 0; i < docIds.Length; i++)
                docIds[i] = docId += 1 + (random.Next(1 << bits) | (i == 5 ? (1 << bits) - 1 : 0)) % (1 << bits);
            using IndexInput input = Files.Input(output => DocIdBlock.Write(docIds, 77, output));
            Assert.Equal(docIds, Read(input, 77, MaxDoc));
            input.Seek(0);
            DocIdBlock.Skip(input);
            Assert.Equal(0, input.Remaining);
        }
    }

    [Theory]
    [InlineData(32, 1)] // too wide
    [InlineData(31, int.MaxValue)] // overflows
    [InlineData(20, 1 << 19)] // beyond the last document
    [InlineData(1, 0)] // does not ascend
    public void Impossible_gaps_are_corrupt(int bits, int gap)
    {
        var gaps = new int[128];
        Array.Fill(gaps, gap);
        using IndexInput input = Files.Input(output =>
        {
            output.WriteByte((byte)bits);
            PackedBlock.Encode(gaps, bits, output);
        });
        Assert.Throws<CorruptIndexException>(() => Read(input, 9, maxDoc: 1 << 20));
    }

    [Fact]
    public void The_vectorised_sum_answers_like_the_plain_one_and_finds_the_same_faults()
    {
        var random = new Random(5);
        for (var round = 0; round < 3000; round++)
        {
            int most = 1 << random.Next(1, 28);
            int[] expected = [.. Enumerable.Range(0, 128).Select(_ => 1 + random.Next(most))];
            if (random.Next(3) == 0)
                expected[random.Next(128)] = random.Next(-1, 1);
            int[] summed = [.. expected];
            int previous = random.Next(-1, 1000);
            Assert.Equal(DocIdBlock.SumScalar(expected, previous) < 0, DocIdBlock.SumVector256(summed, previous) < 0);
            Assert.Equal(expected, summed);
        }
    }

    [Fact]
    public void Runs_side_by_side_add_up_like_gaps_in_a_row_and_find_the_same_faults()
    {
        if (!GapRuns.IsSupported)
            return;
        var random = new Random(6);
        for (var round = 0; round < 3200; round++)
        {
            int lane = round % 16 < 8 ? 8 : 16;
            int[] gaps = [.. Enumerable.Range(0, 128).Select(_ => 1 + random.Next(1 << (round % 16)))];
            if (random.Next(3) == 0)
                gaps[random.Next(128)] = 0;
            var collapsed = new ulong[32];
            CollapsedValues.WriteOneByOne(gaps, lane, collapsed);
            var summed = new int[128];
            int previous = random.Next(1000);
            Assert.Equal(DocIdBlock.SumScalar(gaps, previous) >= 0, GapRuns.TrySum(lane, ref collapsed[0], previous, ref summed[0]));
            Assert.Equal(gaps, summed);
        }
    }

    [Theory]
    [InlineData(8, 200)]
    [InlineData(16, 40_000)]
    public void Ids_that_overflow_are_corrupt_for_runs_too(int bits, int gap)
    {
        var gaps = new int[128];
        Array.Fill(gaps, gap);
        using IndexInput input = Files.Input(output =>
        {
            output.WriteByte((byte)bits);
            PackedBlock.Encode(gaps, bits, output);
        });
        Assert.Throws<CorruptIndexException>(() => Read(input, MaxDoc - 100, MaxDoc));
    }

    private static int[] Read(IndexInput input, int previous, int maxDoc)
    {
        var docIds = new int[128];
        DocIdBlock.Read(input, previous, maxDoc, docIds);
        return docIds;
    }
}
