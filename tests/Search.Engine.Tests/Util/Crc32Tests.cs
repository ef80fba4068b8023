using System.Runtime.Intrinsics.X86;
using Search.Engine.Util;

namespace Search.Engine.Tests.Util;

public sealed class Crc32Tests
{
    [Fact]
    public void The_check_value_of_the_standard_comes_out() => Assert.Equal(0xCBF43926u, Crc32.Compute("123456789"u8));

    [Fact]
    public void Folding_and_slices_answer_what_one_byte_a_step_answers()
    {
        var random = new Random(9);
        byte[] bytes = new byte[2000];
        for (var round = 0; round < 2000; round++)
        {
            random.NextBytes(bytes);
            ReadOnlySpan<byte> part = bytes.AsSpan(random.Next(64), random.Next(1500));
            var start = (uint)random.NextInt64(1L << 32);
            Assert.Equal(Crc32.UpdateBytewise(start, part), Crc32.UpdateBySlices(start, part));
            part = part[..(part.Length & ~63)];
            if (Pclmulqdq.IsSupported && !part.IsEmpty)
                Assert.Equal(Crc32.UpdateBytewise(start, part), Crc32.UpdateFolding(start, part));
        }
    }

    [Fact]
    public void Bytes_may_come_in_pieces_of_any_length()
    {
        var random = new Random(10);
        byte[] bytes = new byte[100_000];
        random.NextBytes(bytes);
        Crc32 pieces = default;
        for (var at = 0; at < bytes.Length;)
        {
            int length = Math.Min(random.Next(400), bytes.Length - at);
            pieces.Update(bytes.AsSpan(at, length));
            at += length;
        }
        Assert.Equal(~Crc32.UpdateBytewise(uint.MaxValue, bytes), pieces.Value);
    }
}
