using System.Text;
using Search.Articles.Reading;

namespace Search.Articles.Tests.Reading;

public class TextDecoderTests
{
    [Fact]
    public void Sound_utf8_is_left_alone()
    {
        DecodedText decoded = TextDecoder.Decode(Encoding.UTF8.GetBytes("Café “Ω” 𝄞"));
        Assert.Equal(("Café “Ω” 𝄞", "utf-8", 0), (decoded.Text, decoded.Encoding, decoded.Repairs.Count));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_decides_and_is_dropped(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("Ünder")];
        Assert.Equal("Ünder", TextDecoder.Decode(bytes).Text);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Utf16_without_a_mark_is_known_by_its_zeros(string name) =>
        Assert.Equal("A plain line of text.", TextDecoder.Decode(Encoding.GetEncoding(name).GetBytes("A plain line of text.")).Text);

    [Fact]
    public void What_is_not_utf8_is_windows_1252()
    {
        DecodedText decoded = TextDecoder.Decode([(byte)'I', (byte)'t', 0x92, (byte)'s', (byte)' ', 0x93, (byte)'x', 0x94, (byte)' ', 0xE9]);
        Assert.Equal(("It’s “x” é", "windows-1252"), (decoded.Text, decoded.Encoding));
    }

    [Fact]
    public void A_stray_byte_in_utf8_is_repaired_and_reported()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("“One” – “two” – “three” it"), 0x92, (byte)'s'];
        DecodedText decoded = TextDecoder.Decode(bytes);
        Assert.Equal("“One” – “two” – “three” it’s", decoded.Text);
        Assert.Equal(["1 broken UTF-8 sequences read as Windows-1252"], decoded.Repairs);
    }

    [Fact]
    public void Control_characters_and_line_ends_are_repaired_and_reported()
    {
        DecodedText decoded = TextDecoder.Decode("a\0b\r\nc\rd\u0007e\tf"u8);
        Assert.Equal("ab\nc\nde\tf", decoded.Text);
        Assert.Equal(["1 NUL characters removed", "1 control characters removed"], decoded.Repairs);
    }

    [Fact]
    public void A_declared_encoding_is_used_when_the_bytes_are_not_utf8() =>
        Assert.Equal("Привет", TextDecoder.Decode([0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], "windows-1251").Text);

    [Fact]
    public void A_false_declaration_of_utf8_falls_back() => Assert.Equal("é", TextDecoder.Decode([0xE9], "utf-8").Text);

    [Fact]
    public void Random_bytes_become_well_formed_text_seed_3()
    {
        var random = new Random(3);
        var bytes = new byte[300];
        for (var round = 0; round < 300; round++)
        {
            random.NextBytes(bytes);
            string text = TextDecoder.Decode(bytes).Text;
            Assert.DoesNotContain(text, c => char.IsControl(c) && c is not ('\n' or '\t'));
            Assert.Equal(text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        }
    }
}
