using System.Buffers.Binary;
using Search.Engine.Store;
using Search.Engine.Util;

namespace Search.Engine.Tests.Codecs.Lucene80;

/// <summary>Files of an index in memory with other bytes than were written.</summary>
internal static class DamagedFile
{
    /// <summary>The bytes of a file.</summary>
    public static byte[] Read(MemoryDirectory directory, string name)
    {
        using IndexInput input = directory.OpenInput(name);
        return input.SpanAt(0, (int)input.Length).ToArray();
    }

    /// <summary>Puts other bytes in the place of a file.</summary>
    public static void Replace(MemoryDirectory directory, string name, ReadOnlySpan<byte> content)
    {
        directory.DeleteFile(name);
        using IndexOutput output = directory.CreateOutput(name);
        output.WriteBytes(content);
    }

    /// <summary>Makes the checksum in the footer that of the bytes.</summary>
    public static void Sign(byte[] file)
    {
        Crc32 crc = default;
        crc.Update(file.AsSpan(0, file.Length - 8));
        BinaryPrimitives.WriteInt64BigEndian(file.AsSpan(file.Length - 8), crc.Value);
    }
}
