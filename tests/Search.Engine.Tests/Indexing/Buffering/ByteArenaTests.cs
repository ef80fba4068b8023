using Search.Engine.Indexing.Buffering;

namespace Search.Engine.Tests.Indexing.Buffering;

public class ByteArenaTests
{
    [Fact]
    public void Interleaved_streams_read_back_what_was_appended()
    {
        var random = new Random(1);
        var arena = new ByteArena(new BufferMeter(new BlockPool()));
        var streams = new SliceStream[50];
        var expected = new List<int>[50];
        for (var i = 0; i < expected.Length; i++)
            expected[i] = [];
        for (var i = 0; i < 40_000; i++)
        {
            int stream = (int)(random.NextDouble() * random.NextDouble() * streams.Length);
            int value = random.Next() >> random.Next(31);
            arena.AppendVInt32(ref streams[stream], value);
            expected[stream].Add(value);
        }
        for (var i = 0; i < streams.Length; i++)
        {
            var reader = new SliceReader(arena, streams[i]);
            var actual = new List<int>();
            while (!reader.IsAtEnd)
                actual.Add(reader.ReadVInt32());
            Assert.Equal(expected[i], actual);
        }
    }

    [Fact]
    public void Long_byte_strings_cross_slices_and_blocks()
    {
        var arena = new ByteArena(new BufferMeter(new BlockPool()));
        byte[] bytes = new byte[3 * ByteArena.BlockBytes + 17];
        new Random(2).NextBytes(bytes);
        SliceStream stream = default;
        arena.AppendBytes(ref stream, bytes);
        arena.AppendBytes(ref stream, [42]);

        var reader = new SliceReader(arena, stream);
        byte[] actual = new byte[bytes.Length];
        reader.ReadBytes(actual);

        Assert.Equal(bytes, actual);
        Assert.Equal(42, reader.ReadByte());
        Assert.True(reader.IsAtEnd);
    }

    [Fact]
    public void Memory_is_metered_by_blocks_and_used_again_for_the_next_segment()
    {
        var meter = new BufferMeter(new BlockPool());
        var arena = new ByteArena(meter);
        SliceStream stream = default;
        arena.AppendBytes(ref stream, new byte[ByteArena.BlockBytes]);
        Assert.Equal(2 * ByteArena.BlockBytes, meter.Bytes);

        arena.Reset();
        meter.Reset();
        long before = GC.GetAllocatedBytesForCurrentThread();
        stream = default;
        arena.AppendBytes(ref stream, new byte[16]);
        Assert.Equal(ByteArena.BlockBytes, meter.Bytes);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1024);
    }
}
