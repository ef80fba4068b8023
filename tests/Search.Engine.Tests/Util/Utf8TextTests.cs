using System.Text;
using Search.Engine.Util;

namespace Search.Engine.Tests.Util;

public sealed class Utf8TextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("café 日本 🚀 \0")]
    public void Sound_text_comes_back(string text) => Assert.Equal(text, Utf8Text.Decode(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData(51)]
    public void Bytes_that_are_no_text_are_replaced_as_the_base_library_replaces_them_seed(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 2000; round++)
        {
            byte[] bytes = Encoding.UTF8.GetBytes("aé日🚀"[..random.Next(6)] + "🚀z");
            for (int changes = random.Next(4); changes > 0; changes--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            byte[] cut = bytes[random.Next(bytes.Length)..];
            Assert.Equal(Encoding.UTF8.GetString(cut), Utf8Text.Decode(cut));
        }
    }

    [Fact]
    public void Bytes_that_are_no_text_cost_no_more_than_text()
    {
        var bytes = new byte[100_000];
        bytes.AsSpan().Fill(0xFF);
        Utf8Text.Decode(bytes); // the pool has its array now
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(bytes.Length, Utf8Text.Decode(bytes).Length);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 3 * bytes.Length);
    }
}
