using Search.Engine.Codecs.Lucene86;

namespace Search.Engine.Tests.Codecs.Lucene86;

public sealed class LeafDocIdsTests
{
    [Fact]
    public void Vectors_decode_what_single_bytes_say()
    {
        var random = new Random(24);
        for (var count = 0; count < 70; count++)
        {
            var packed = new byte[count * LeafDocIds.Bytes + random.Next(20)]; // with and without bytes behind the last id
            random.NextBytes(packed);
            var expected = new int[count];
            var actual = new int[count];
            int most = LeafDocIds.DecodeScalar(packed, expected);
            Assert.Equal(most, LeafDocIds.DecodeVector128(packed, actual));
            Assert.Equal(expected, actual);
            Assert.Equal(count == 0 ? 0 : expected.Max(), most);
        }
    }

    [Fact]
    public void The_highest_byte_comes_first()
    {
        var docIds = new int[2];
        Assert.Equal(0xFEDCBA, LeafDocIds.Decode([0x01, 0x02, 0x03, 0xFE, 0xDC, 0xBA], docIds));
        Assert.Equal([0x010203, 0xFEDCBA], docIds);
    }
}
