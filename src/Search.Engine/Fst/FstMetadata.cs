using Search.Engine.Store;

namespace Search.Engine.Fst;

/// <summary>What is known of a transducer beside its node bytes.</summary>
/// <remarks>Postings notes, section 7.1. The header is the plain one of every file: magic, name, version.</remarks>
/// <param name="EmptyOutput">Output of the empty key; null when that is no key.</param>
/// <param name="StartNode">Address of the first node; 0 when there are no arcs.</param>
/// <param name="ByteCount">Number of node bytes.</param>
internal sealed record FstMetadata(byte[]? EmptyOutput, long StartNode, long ByteCount)
{
    private const int Magic = 0x3FD76C17;

    public void Write(DataOutput output)
    {
        output.WriteInt32(Magic);
        output.WriteString(FstFormat.Codec);
        output.WriteInt32(FstFormat.Version);
        output.WriteByte(EmptyOutput is null ? (byte)0 : (byte)1);
        if (EmptyOutput is not null)
        {
            var serialized = new ByteBufferOutput(EmptyOutput.Length + 5);
            serialized.WriteVInt32(EmptyOutput.Length);
            serialized.WriteBytes(EmptyOutput);
            byte[] reversed = serialized.Written.ToArray();
            Array.Reverse(reversed);
            output.WriteVInt32(reversed.Length);
            output.WriteBytes(reversed);
        }
        output.WriteByte(FstFormat.InputTypeByte);
        output.WriteVInt64(StartNode);
        output.WriteVInt64(ByteCount);
    }

    public static FstMetadata Read(IndexInput input)
    {
        if (input.ReadInt32() != Magic || input.ReadString() != FstFormat.Codec)
            throw new CorruptIndexException("no transducer header", input);
        int version = input.ReadInt32();
        if (version is < FstFormat.OldestVersion or > FstFormat.Version)
            throw new IndexFormatException($"transducer version {version}", input.Name);

        byte[]? emptyOutput = input.ReadByte() switch
        {
            0 => null,
            1 => ReadEmptyOutput(input),
            byte other => throw new CorruptIndexException($"{other} where 0 or 1 was expected", input),
        };
        byte inputType = input.ReadByte();
        if (inputType != FstFormat.InputTypeByte)
            throw new CorruptIndexException($"transducer input type {inputType}", input);
        long startNode = input.ReadVInt64();
        long byteCount = input.ReadVInt64();
        if (byteCount is < 1 or > int.MaxValue || startNode >= byteCount)
            throw new CorruptIndexException($"start node {startNode} of {byteCount} bytes", input);
        return new FstMetadata(emptyOutput, startNode, byteCount);
    }

    // A length and that many bytes, the whole reversed.
    private static byte[] ReadEmptyOutput(IndexInput input)
    {
        byte[] bytes = input.ReadSpan(input.ReadVInt32()).ToArray();
        Array.Reverse(bytes);
        var position = 0;
        var length = 0;
        for (var shift = 0; ; shift += 7)
        {
            if (position == bytes.Length || shift > 28)
                throw new CorruptIndexException("an empty output without its length", input);
            byte b = bytes[position++];
            length |= (b & 0x7F) << shift;
            if (b < 0x80)
                break;
        }
        if (length != bytes.Length - position)
            throw new CorruptIndexException($"an empty output of {length} in {bytes.Length} bytes", input);
        return bytes[position..];
    }
}
