using Search.Engine.Codecs.Packed;
using Search.Engine.Store;

namespace Search.Engine.Tests.Codecs.Packed;

public sealed class MonotonicReaderTests
{
    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(4, 2)]
    [InlineData(5, 2)]
    [InlineData(3000, 10)]
    [InlineData(200_000, 16)]
    public void A_sequence_comes_back(int count, int blockShift)
    {
        var random = new Random(count);
        foreach (int step in new[] { 0, 1, 977, int.MaxValue })
        {
            var values = new long[count];
            long value = random.Next(-100, 100);
            for (var i = 0; i < count; i++)
                values[i] = value += random.NextInt64(step + 1L);

            using Sequence sequence = Write(values, blockShift);
            MonotonicReader reader = sequence.Reader;
            Assert.Equal(values, Enumerable.Range(0, count).Select(i => reader.Get(i)));
            foreach (long wanted in values.Take(50))
                Assert.Equal(Array.FindLastIndex(values, v => v <= wanted), reader.LastAtMost(wanted));
        }
    }

    [Fact]
    public void Nothing_is_at_most_a_number_below_the_first()
    {
        using Sequence sequence = Write([5, 6, 9], 2);
        Assert.Equal(-1, sequence.Reader.LastAtMost(4));
        Assert.Equal(1, sequence.Reader.LastAtMost(8));
        Assert.Equal(2, sequence.Reader.LastAtMost(long.MaxValue));
    }

    [Fact]
    public void Meta_is_that_of_the_specification()
    {
        var directory = new MemoryDirectory();
        var meta = new ByteBufferOutput();
        using (IndexOutput data = directory.CreateOutput("data"))
        {
            var writer = new MonotonicWriter(meta, data, 10);
            writer.Add(0x36);
            writer.Add(0x60);
            writer.Finish();
            Assert.Equal(0, data.FilePointer);
        }
        Assert.Equal("000000000000003642280000000000000000000000", Convert.ToHexString(meta.Written));
    }

    [Fact]
    public void Counts_beyond_the_meta_bytes_are_refused()
    {
        using IndexInput empty = Files.Input(_ => { });
        Assert.Throws<CorruptIndexException>(() => MonotonicReader.Read(empty, long.MaxValue, 16, empty));
        Assert.Throws<CorruptIndexException>(() => MonotonicReader.Read(empty, -1, 16, empty));
        Assert.Throws<CorruptIndexException>(() => MonotonicReader.Read(empty, 0, 1, empty));
    }

    private static Sequence Write(long[] values, int blockShift)
    {
        using var directory = new MemoryDirectory();
        using (IndexOutput meta = directory.CreateOutput("meta"))
        using (IndexOutput data = directory.CreateOutput("data"))
        {
            data.WriteByte(42); // the sequence does not start at the file's start
            var writer = new MonotonicWriter(meta, data, blockShift);
            foreach (long value in values)
                writer.Add(value);
            writer.Finish();
        }
        IndexInput metaInput = directory.OpenInput("meta");
        IndexInput dataInput = directory.OpenInput("data");
        MonotonicReader reader = MonotonicReader.Read(metaInput, values.Length, blockShift, dataInput.Slice("data", 1, dataInput.Length - 1));
        Assert.Equal(0, metaInput.Remaining);
        return new Sequence(reader, metaInput, dataInput);
    }

    private sealed record Sequence(MonotonicReader Reader, IndexInput Meta, IndexInput Data) : IDisposable
    {
        public void Dispose()
        {
            Meta.Dispose();
            Data.Dispose();
        }
    }
}
