using System.IO.Compression;
using System.Security.Cryptography;

namespace Search.Articles.Reading;

/// <summary>Opens and reads the bytes of source files within limits.</summary>
internal static class SourceContent
{
    /// <summary>More bytes than this are no article, compressed or not.</summary>
    public const int MaxBytes = 64 << 20;

    private const int BufferBytes = 1 << 16;

    /// <summary>Opens the file's content, unpacked. The caller disposes it.</summary>
    public static Stream Open(SourceFile file)
    {
        var stream = new FileStream(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferBytes);
        return file.IsCompressed ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    /// <summary>The whole content.</summary>
    /// <exception cref="InvalidDataException">It is longer than <see cref="MaxBytes"/>, or not gzip.</exception>
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
}
