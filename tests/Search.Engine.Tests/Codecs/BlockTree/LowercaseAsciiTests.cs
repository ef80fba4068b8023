using System.Text;
using Search.Engine.Codecs.BlockTree;
using Search.Engine.Codecs.Lucene84;
using Search.Engine.Store;

namespace Search.Engine.Tests.Codecs.BlockTree;

public sealed class LowercaseAsciiTests
{
    [Fact]
    public void A_known_text_packs_to_Lucenes_bytes() =>
        Assert.Equal("b4e6a2f3e429262f28aaefe6b4edaa00", Pack("searchengineslibrary"u8));

    [Fact]
    public void A_capital_letter_is_an_exception() =>
        Assert.EndsWith("01154c", Pack("lucene search engine Library index format"u8), StringComparison.Ordinal);

    [Theory]
    [InlineData("short")] // under 8 bytes
    [InlineData("A capital in thirty-one bytes..")] // no exception is allowed there
    public void What_does_not_pay_is_refused(string text) =>
        Assert.False(LowercaseAscii.TryCompress(Encoding.ASCII.GetBytes(text), new ByteBufferOutput()));

    [Fact]
    public void Texts_of_every_length_with_exceptions_anywhere_come_back()
    {
        var random = new Random(3);
        for (var length = 8; length < 1500; length += 1 + length / 20)
        {
            var text = new byte[length];
            for (var i = 0; i < length; i++)
                text[i] = (byte)(random.Next(2) == 0 ? random.Next(0x1F, 0x3F) : random.Next(0x5F, 0x7F));
            if (length >= 64)
                text[random.Next(length)] = (byte)random.Next(0x80, 0x100);
            if (length >= 1000)
                text[^1] = (byte)'Z';

            var packed = new ByteBufferOutput();
            Assert.True(LowercaseAscii.TryCompress(text, packed));
            var reader = new SpanReader(packed.Written, "test");
            var unpacked = new byte[length];
            LowercaseAscii.Decompress(ref reader, unpacked);
            Assert.Equal(text, unpacked);
            Assert.Equal(0, reader.Remaining);
        }
    }

    [Fact]
    public void Unpacking_by_vectors_answers_like_the_plain_steps()
    {
        var random = new Random(6);
        for (var length = 0; length < 200; length++)
        {
            var packed = new byte[3 * length + random.Next(4)];
            random.NextBytes(packed);
            byte[] expected = new byte[length], gathered = new byte[length];
            LowercaseAsciiBits.GatherScalar(packed, expected, 0);
            LowercaseAsciiBits.Gather(packed, gathered);
            Assert.Equal(expected, gathered);

            byte[] widened = [.. packed];
            LowercaseAsciiBits.WidenScalar(packed);
            LowercaseAsciiBits.Widen(widened);
            Assert.Equal(packed, widened);
        }
    }

    private static string Pack(ReadOnlySpan<byte> text)
    {
        var packed = new ByteBufferOutput();
        Assert.True(LowercaseAscii.TryCompress(text, packed));
        return Convert.ToHexStringLower(packed.Written);
    }
}
