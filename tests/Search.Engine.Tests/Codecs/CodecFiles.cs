using Search.Engine.Codecs;
using Search.Engine.Store;

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
}
