using System.Buffers.Binary;
using Search.Engine.Codecs;
using Search.Engine.Store;
using Search.Engine.Util;

namespace Search.Engine.Tests.Codecs;

/// <summary>Segments and damaged files for tests of single formats.</summary>
internal static class CodecFiles
{
    public static SegmentId Id { get; } = new("0123456789abcdef"u8);

    public static SegmentInfo Segment(int maxDoc, string name = "_0") => new()
    {
        Name = name,
        Id = Id,
        MaxDoc = maxDoc,
        Attributes = new Dictionary<string, string> { [Lucene87Codec.StoredFieldsModeKey] = Lucene87Codec.BestSpeed },
    };

    public static byte[] Read(IndexDirectory directory, string name)
    {
        using IndexInput input = directory.OpenInput(name);
        return input.ReadSpan((int)input.Length).ToArray();
    }

    public static void Replace(IndexDirectory directory, string name, byte[] bytes)
    {
        directory.DeleteFile(name);
        using IndexOutput output = directory.CreateOutput(name);
        output.WriteBytes(bytes);
    }

    /// <summary>Every flipped bit and every truncation of a file makes <paramref name="read"/> refuse it.</summary>
    public static void AssertEveryDamageIsRefused(IndexDirectory directory, string name, Action read)
    {
        byte[] sound = Read(directory, name);
        for (var bit = 0; bit < 8 * sound.Length; bit++)
        {
            byte[] damaged = (byte[])sound.Clone();
            damaged[bit >> 3] ^= (byte)(1 << (bit & 7));
            Replace(directory, name, damaged);
            Assert.ThrowsAny<CorruptIndexException>(read);
        }
        for (var length = 0; length < sound.Length; length++)
        {
            Replace(directory, name, sound[..length]);
            Assert.ThrowsAny<CorruptIndexException>(read);
        }
        Replace(directory, name, [.. sound, 0]);
        Assert.ThrowsAny<CorruptIndexException>(read);
        Replace(directory, name, sound);
        read();
    }

    /// <summary>Hostile bytes under a sound checksum are read or refused, and nothing else happens.</summary>
    public static void AssertForgeriesAreReadOrRefused(IndexDirectory directory, string name, Action read)
    {
        byte[] sound = Read(directory, name);
        var random = new Random(sound.Length);
        for (var round = 0; round < 3000; round++)
        {
            byte[] forged = (byte[])sound.Clone();
            for (int changes = 1 + random.Next(3); changes > 0; changes--)
            {
                int at = random.Next(forged.Length - 16);
                forged[at] = random.Next(3) switch { 0 => 0xFF, 1 => (byte)random.Next(256), _ => (byte)(forged[at] ^ (1 << random.Next(8))) };
            }
            BinaryPrimitives.WriteInt64BigEndian(forged.AsSpan(forged.Length - 8), Crc32.Compute(forged.AsSpan(0, forged.Length - 8)));
            Replace(directory, name, forged);
            try
            {
                read();
            }
            catch (Exception refused) when (refused is CorruptIndexException or FileNotFoundException)
            {
                // As it should be.
            }
        }
        Replace(directory, name, sound);
    }
}
