using System.Text;
using Search.Engine.Store;

namespace Search.Engine.Codecs;

/// <summary>The header of every file: magic, codec name, version; index headers add the owner's id and a suffix.</summary>
/// <remarks>Container notes, sections 3.1 and 3.2.</remarks>
internal static class CodecHeader
{
    private const int Magic = 0x3FD76C17;

    /// <summary>Writes the plain header.</summary>
    public static void Write(DataOutput output, string codec, int version)
    {
        output.WriteInt32(Magic);
        output.WriteString(codec);
        output.WriteInt32(version);
    }

    /// <summary>Writes the index header.</summary>
    public static void Write(DataOutput output, string codec, int version, SegmentId id, string suffix = "")
    {
        Write(output, codec, version);
        Span<byte> idBytes = stackalloc byte[SegmentId.ByteCount];
        id.CopyTo(idBytes);
        output.WriteBytes(idBytes);
        byte[] suffixBytes = Encoding.ASCII.GetBytes(suffix);
        output.WriteByte(checked((byte)suffixBytes.Length));
        output.WriteBytes(suffixBytes);
    }

    /// <summary>Reads a plain header and returns its version.</summary>
    /// <exception cref="CorruptIndexException">Not a header, or of another codec.</exception>
    /// <exception cref="IndexFormatException">The version is outside the range.</exception>
    public static int Check(IndexInput input, string codec, int minVersion, int maxVersion)
    {
        int magic = input.ReadInt32();
        if (magic != Magic)
            throw new CorruptIndexException($"no codec header: 0x{magic:x8}", input);
        string actual = input.ReadString();
        if (actual != codec)
            throw new CorruptIndexException($"codec \"{actual}\" where \"{codec}\" was expected", input);
        int version = input.ReadInt32();
        if (version < minVersion || version > maxVersion)
        {
            string advice = version < minVersion ? $"too old: {FormatAdvice.TooOld}" : $"too new: {FormatAdvice.TooNew}";
            throw new IndexFormatException($"{codec} version {version} ({minVersion} to {maxVersion} are read) is {advice}", input.Name);
        }
        return version;
    }

    /// <summary>Reads an index header and returns its version.</summary>
    public static int Check(IndexInput input, string codec, int minVersion, int maxVersion, SegmentId id, string suffix = "")
    {
        int version = Check(input, codec, minVersion, maxVersion);
        var actual = new SegmentId(input.ReadSpan(SegmentId.ByteCount));
        if (actual != id)
            throw new CorruptIndexException($"the file belongs to {actual}, not to {id}", input);
        string actualSuffix = ReadSuffix(input);
        if (actualSuffix != suffix)
            throw new CorruptIndexException($"suffix \"{actualSuffix}\" where \"{suffix}\" was expected", input);
        return version;
    }

    /// <summary>Reads an index header of any codec up to the owner's id.</summary>
    public static SegmentId ReadId(IndexInput input)
    {
        int magic = input.ReadInt32();
        if (magic != Magic)
            throw new CorruptIndexException($"no codec header: 0x{magic:x8}", input);
        input.ReadString();
        input.ReadInt32();
        return new SegmentId(input.ReadSpan(SegmentId.ByteCount));
    }

    /// <summary>Reads the length byte and the suffix of an index header.</summary>
    public static string ReadSuffix(IndexInput input) => Encoding.ASCII.GetString(input.ReadSpan(input.ReadByte()));
}
