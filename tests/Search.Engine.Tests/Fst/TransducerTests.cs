using Search.Engine.Fst;
using Search.Engine.Store;
using Search.Engine.Tests.Codecs.Lucene84;

namespace Search.Engine.Tests.Fst;

public sealed class TransducerTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 40)]
    [InlineData(4, 3000)]
    public void Every_key_has_its_value_and_nothing_else_has_one(int seed, int count)
    {
        var random = new Random(seed);
        SortedSet<byte[]> keys = new RandomPostings(seed).Words(count);
        Dictionary<byte[], byte[]> values = keys.ToDictionary(key => key, _ => RandomValue(random));
        using IndexInput file = Build(values.Where(pair => pair.Key.Length > 0), values.FirstOrDefault(pair => pair.Key.Length == 0).Value, out Transducer map);

        foreach ((byte[] key, byte[] value) in values)
        {
            Assert.Equal(value, map.Find(key));
            byte[] other = [.. key, (byte)random.Next(256)];
            if (!keys.Contains(other))
                Assert.Null(map.Find(other));
            if (key.Length > 1 && !keys.Contains(key.AsSpan(0, key.Length - 1).ToArray()))
                Assert.Null(map.Find(key.AsSpan(0, key.Length - 1)));
        }
        Assert.Equal(keys, AllKeys(map));
    }

    [Theory]
    [InlineData(4, 1, 0)] // few arcs: a list
    [InlineData(40, 1, FstFormat.DirectNode)] // dense labels
    [InlineData(6, 40, FstFormat.BinarySearchNode)] // sparse labels: bits for the gaps would cost more
    public void A_node_has_the_form_that_suits_its_labels(int arcs, int stride, byte form)
    {
        IEnumerable<KeyValuePair<byte[], byte[]>> pairs = Enumerable.Range(0, arcs)
            .Select(i => KeyValuePair.Create(new[] { (byte)(i * stride + 1) }, new[] { (byte)i }));
        using IndexInput file = Build(pairs, null, out Transducer map);
        byte first = map.Bytes[map.StartNode];
        if (form == 0)
            Assert.False(first is FstFormat.DirectNode or FstFormat.BinarySearchNode);
        else
            Assert.Equal(form, first);
        for (var i = 0; i < arcs; i++)
            Assert.Equal(new[] { (byte)i }, map.Find([(byte)(i * stride + 1)]));
    }

    [Fact]
    public void Equal_endings_are_shared()
    {
        using IndexInput once = Build([KeyValuePair.Create("a-long-ending"u8.ToArray(), new byte[] { 1 })], null, out Transducer one);
        using IndexInput twice = Build(
            [KeyValuePair.Create("a-long-ending"u8.ToArray(), new byte[] { 1 }), KeyValuePair.Create("b-long-ending"u8.ToArray(), new byte[] { 2 })],
            null, out Transducer two);
        Assert.True(two.Bytes.Length < one.Bytes.Length + 10);
        Assert.Equal(new byte[] { 2 }, two.Find("b-long-ending"u8));
    }

    [Fact]
    public void Keys_that_do_not_ascend_are_refused()
    {
        var builder = new FstBuilder();
        builder.Add("b"u8, [1]);
        Assert.Throws<ArgumentException>(() => builder.Add("a"u8, [1]));
        Assert.Throws<ArgumentException>(() => builder.Add("b"u8, [1]));
    }

    [Fact]
    public void Damaged_bytes_are_corrupt_or_read_as_something_else_but_end()
    {
        var random = new Random(9);
        SortedSet<byte[]> keys = new RandomPostings(9).Words(300);
        using IndexInput sound = Build(keys.Where(key => key.Length > 0).Select(key => KeyValuePair.Create(key, RandomValue(random))), null, out Transducer map);
        byte[] good = map.Bytes.ToArray();
        for (var round = 0; round < 400; round++)
        {
            byte[] bad = [.. good];
            for (var flips = random.Next(1, 4); flips > 0; flips--)
                bad[random.Next(bad.Length)] ^= (byte)(1 << random.Next(8));
            using IndexInput file = Files.Input(output => output.WriteBytes(bad));
            var damaged = new Transducer(file, 0, new FstMetadata(null, map.StartNode, bad.Length));
            foreach (byte[] key in keys)
            {
                Exception? failure = Record.Exception(() => damaged.Find(key));
                Assert.True(failure is null or CorruptIndexException, $"{failure}");
            }
        }
    }

    private static byte[] RandomValue(Random random)
    {
        var value = new byte[random.Next(5)];
        foreach (ref byte b in value.AsSpan())
            b = (byte)random.Next(3);
        return value;
    }

    private static IndexInput Build(IEnumerable<KeyValuePair<byte[], byte[]>> pairs, byte[]? empty, out Transducer map)
    {
        var builder = new FstBuilder();
        foreach ((byte[] key, byte[] value) in pairs)
            builder.Add(key, value);
        FstMetadata metadata = builder.Finish(empty);
        byte[] bytes = builder.Bytes.ToArray();
        using IndexInput written = Files.Input(metadata.Write);
        IndexInput file = Files.Input(output => output.WriteBytes(bytes));
        map = new Transducer(file, 0, FstMetadata.Read(written));
        return file;
    }

    private static List<byte[]> AllKeys(Transducer map)
    {
        List<byte[]> keys = map.EmptyOutput is null ? [] : [[]];
        if (map.StartNode != 0)
            AddKeys(map, map.StartNode, [], keys);
        return keys;
    }

    private static void AddKeys(Transducer map, int node, byte[] prefix, List<byte[]> keys)
    {
        var arcs = new List<FstArc>();
        var cursor = new FstNode(map, node);
        while (cursor.TryNext(out FstArc arc))
            arcs.Add(arc);
        foreach (FstArc arc in arcs)
        {
            byte[] key = [.. prefix, arc.Label];
            if (arc.IsFinal)
                keys.Add(key);
            if (arc.Target != 0)
                AddKeys(map, arc.Target, key, keys);
        }
    }
}
