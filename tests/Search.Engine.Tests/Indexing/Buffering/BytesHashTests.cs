using System.Text;
using Search.Engine.Indexing.Buffering;

namespace Search.Engine.Tests.Indexing.Buffering;

public class BytesHashTests
{
    [Fact]
    public void Equal_strings_share_an_id_and_ids_count_up()
    {
        BytesHash<NoValue> hash = Create();
        Assert.Equal(0, hash.GetOrAdd("one"u8));
        Assert.Equal(1, hash.GetOrAdd(""u8));
        Assert.Equal(2, hash.GetOrAdd("two"u8));
        Assert.Equal(0, hash.GetOrAdd("one"u8));
        Assert.Equal(1, hash.GetOrAdd([]));
        Assert.Equal(3, hash.Count);
        Assert.Equal("two", Encoding.UTF8.GetString(hash[2]));
    }

    [Fact]
    public void Sorted_ids_follow_unsigned_bytes_over_many_random_strings()
    {
        var random = new Random(3);
        BytesHash<NoValue> hash = Create();
        var expected = new SortedSet<byte[]>(Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right)));
        for (var i = 0; i < 20_000; i++)
        {
            byte[] value = new byte[random.Next(14)];
            for (var k = 0; k < value.Length; k++)
                value[k] = (byte)(random.Next(4) * 85); // 0, 85, 170, 255: many shared prefixes
            expected.Add(value);
            int id = hash.GetOrAdd(value);
            Assert.True(hash[id].SequenceEqual(value));
        }
        int[] sorted = hash.SortedIds();
        Assert.Equal(expected.Count, hash.Count);
        Assert.Equal(expected, sorted.Select(id => hash[id].ToArray()));
    }

    [Fact]
    public void The_longest_term_fits()
    {
        BytesHash<NoValue> hash = Create();
        byte[] longest = new byte[Engine.Index.Term.MaxBytes];
        longest[^1] = 7;
        int id = hash.GetOrAdd(longest);
        Assert.True(hash[id].SequenceEqual(longest));
        Assert.Equal(id, hash.GetOrAdd(longest));
    }

    private static BytesHash<NoValue> Create()
    {
        var meter = new BufferMeter(new BlockPool());
        return new BytesHash<NoValue>(new ByteArena(meter), meter);
    }
}
