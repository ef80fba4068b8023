using System.IO.Compression;
using System.Security.Cryptography;
using Search.Articles.Reading.Archives;

namespace Search.Articles.Reading;

/// <summary>Opens and reads the bytes of source files within limits.</summary>
internal static class SourceContent
{
    /// <summary>More bytes than this are no article, compressed or not.</summary>
    public const int MaxBytes = 64 << 20;

    private const int BufferBytes = 1 << 16;

    /// <summary>Opens the file's content, unpacked. The caller disposes it.</summary>
    /// <exception cref="InvalidDataException">Also while reading: it unpacks to too much, or cannot be unpacked.</exception>
    public static Stream Open(SourceFile file)
    {
        if (file.OpenContent is { } open)
        {
            Stream entry = open();
            return file.IsCompressed ? Unpack(entry, () => entry.Position) : entry;
        }

        var stream = new FileStream(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferBytes);
        return file.IsCompressed ? Unpack(stream, () => stream.Position) : stream;
    }

    /// <summary>The whole content.</summary>
    /// <exception cref="InvalidDataException">It is longer than <see cref="MaxBytes"/>, or cannot be unpacked.</exception>
    public static byte[] ReadAll(SourceFile file)
    {
        using Stream stream = Open(file);
        using var content = new MemoryStream();
        var buffer = new byte[BufferBytes];
        while (stream.Read(buffer) is var count && count > 0)
        {
            if (content.Length + count > MaxBytes) throw new InvalidDataException($"longer than {MaxBytes >> 20} MiB");
            content.Write(buffer, 0, count);
        }

        return content.ToArray();
    }

    /// <summary>The content hash of a record's bytes.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static BoundedStream Unpack(Stream packed, Func<long> position) => new(new GZipStream(packed, CompressionMode.Decompress), position);
}
