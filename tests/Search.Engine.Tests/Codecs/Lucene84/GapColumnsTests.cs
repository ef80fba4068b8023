using Search.Engine.Codecs.Lucene84;
using Search.Engine.Store;
using Search.Engine.Util;

namespace Search.Engine.Tests.Codecs.Lucene84;

public sealed class GapColumnsTests
{
    private const int Previous = 1_000_000;

    private readonly Random _random = new(5);
    private readonly int[] _places = new int[128];
    private readonly int[] _blockPlaces = new int[128];

    [Fact]
    public void Documents_are_found_where_the_plain_match_finds_them_in_the_decoded_block()
    {
        for (var round = 0; GapColumns.IsSupported && round < 400; round++)
        {
            int bits = 1 + (round % GapColumns.MaxBits);
            int[] block = Block(bits);
            int[] wanted = [.. Enumerable.Range(Previous + 1, block[^1] - Previous).Where(_ => _random.Next(1 << bits) < 2).Take(128)];
            int count = GapColumns.Match(Packed(block, bits), bits, Previous, block[^1], wanted, _places, _blockPlaces);
            var (places, blockPlaces) = (new int[128], new int[128]);
            Assert.Equal(BlockIntersection.MatchScalar(wanted, block, places, blockPlaces, out int looked), count);
            Assert.Equal(wanted.Length, looked);
            Assert.Equal(places.AsSpan(0, count), _places.AsSpan(0, count));
            Assert.Equal(blockPlaces.AsSpan(0, count), _blockPlaces.AsSpan(0, count));
        }
    }

    [Fact]
    public void Gaps_that_do_not_ascend_to_the_last_document_are_told()
    {
        for (var place = 0; GapColumns.IsSupported && place < 128; place++)
        {
            int[] block = Block(bits: 6);
            byte[] packed = Packed(block, bits: 6);
            Assert.Equal(-1, GapColumns.Match(packed, 6, Previous, block[^1] + 1, [], _places, _blockPlaces));
            for (int i = place; i < block.Length; i++)
                block[i] -= block[place] - (place == 0 ? Previous : block[place - 1]);
            Assert.Equal(-1, GapColumns.Match(Packed(block, bits: 6), 6, Previous, block[^1], [], _places, _blockPlaces));
        }
    }

    private int[] Block(int bits)
    {
        var block = new int[128];
        int docId = Previous;
        for (var i = 0; i < block.Length; i++)
            block[i] = docId += 1 + _random.Next((1 << bits) - 1);
        return block;
    }

    private static byte[] Packed(int[] block, int bits)
    {
        int[] gaps = [.. block.Select((docId, i) => docId - (i == 0 ? Previous : block[i - 1]))];
        using IndexInput input = Files.Input(output => PackedBlock.Encode(gaps, bits, output));
        return input.ReadSpan(PackedBlock.ByteCount(bits)).ToArray();
    }
}
