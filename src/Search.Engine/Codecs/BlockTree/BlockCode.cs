using Search.Engine.Codecs.Lucene84;
using Search.Engine.Store;

namespace Search.Engine.Codecs.BlockTree;

/// <summary>Where the block of a prefix lies: the output of the terms index.</summary>
/// <remarks>
/// Postings notes, section 6.6. A prefix with too many entries has several blocks, a floor group: the head, and followers
/// that are told apart by the first byte behind the prefix.
/// </remarks>
internal readonly struct BlockCode
{
    private const int HeadFlags = 2;
    private const int HasTermsFlag = 2;
    private const int IsFloorFlag = 1;

    /// <summary>Where the first block of the prefix starts.</summary>
    public required long Head { get; init; }

    /// <summary>Where the block starts that the target belongs to.</summary>
    public required long Block { get; init; }

    /// <summary>Whether that block itself holds a term.</summary>
    public required bool HasTerms { get; init; }

    /// <summary>Writes head and followers of a prefix.</summary>
    /// <param name="blocks">Head first; lead bytes of the followers ascend.</param>
    public static void Write(ReadOnlySpan<FloorBlock> blocks, DataOutput output)
    {
        FloorBlock head = blocks[0];
        output.WriteVInt64((head.FilePointer << HeadFlags) | (head.HasTerms ? HasTermsFlag : 0L) | (blocks.Length > 1 ? IsFloorFlag : 0L));
        if (blocks.Length == 1)
            return;
        output.WriteVInt32(blocks.Length - 1);
        foreach (FloorBlock follower in blocks[1..])
        {
            output.WriteByte((byte)follower.LeadByte);
            output.WriteVInt64(((follower.FilePointer - head.FilePointer) << 1) | (follower.HasTerms ? 1L : 0L));
        }
    }

    /// <summary>Reads a code and picks the block for a target.</summary>
    /// <param name="code">All bytes of the code.</param>
    /// <param name="next">The target's byte behind the prefix; -1 when the target ends with the prefix.</param>
    public static BlockCode Read(ReadOnlySpan<byte> code, int next, string fileName)
    {
        var reader = new SpanReader(code, fileName);
        long word = reader.ReadVInt64();
        long head = word >> HeadFlags;
        long block = head;
        bool hasTerms = (word & HasTermsFlag) != 0;
        if ((word & IsFloorFlag) != 0)
        {
            for (int count = reader.ReadVInt32(); count > 0; count--)
            {
                if (reader.ReadByte() > next)
                    break;
                long follower = reader.ReadVInt64();
                if (head + (follower >> 1) <= block)
                    reader.ThrowCorrupt("floor blocks that do not follow one another");
                block = head + (follower >> 1);
                hasTerms = (follower & 1) != 0;
            }
        }
        return new BlockCode { Head = head, Block = block, HasTerms = hasTerms };
    }

    /// <summary>Finds the list of the followers in a code: for each its lead byte, and its distance from the head.</summary>
    /// <param name="code">All bytes of the code.</param>
    /// <param name="head">Where the head block starts, by another source.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="position">Where the list starts in the code.</param>
    /// <returns>False when the code speaks of another block or of one without followers.</returns>
    public static bool TryReadFollowers(ReadOnlySpan<byte> code, long head, string fileName, out int count, out int position)
    {
        count = 0;
        position = 0;
        if (code.IsEmpty)
            return false;
        var reader = new SpanReader(code, fileName);
        long word = reader.ReadVInt64();
        if ((word & IsFloorFlag) == 0 || word >> HeadFlags != head)
            return false;
        count = reader.ReadVInt32();
        position = reader.Position;
        return true;
    }
}
