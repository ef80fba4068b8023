using System.Text;

namespace Search.Articles.Reading.Tables;

/// <summary>Opens long texts of unknown encoding for reading from front to back: what is told from the beginning holds for all of it.</summary>
internal static class TextStream
{
    private const int SampleBytes = 1 << 16;

    /// <summary>A reader over the stream, which it owns. Bytes that are not sound UTF-8 are read as Windows-1252, as <see cref="TextDecoder"/> does.</summary>
    public static StreamReader Open(Stream stream)
    {
        var sample = new byte[SampleBytes];
        int count = stream.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
        Encoding encoding = TextDecoder.Guess(sample.AsSpan(0, count), isWhole: count < sample.Length);
        return new StreamReader(new PrefixedStream(sample.AsMemory(0, count), stream), encoding, detectEncodingFromByteOrderMarks: true);
    }
}
