using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Where a column's document set lies, or that all or no documents have a value.</summary>
/// <param name="Offset">Its first byte in the data file; -1: all documents; -2: none.</param>
/// <param name="Length">Its bytes, the jump table included.</param>
/// <param name="JumpEntries">Entries of the jump table at its end; 0 or less: there is none.</param>
/// <param name="RankPower">Documents a rank entry of bitmap blocks, as a power of two; -1: there are no rank tables.</param>
/// <remarks>Column notes, section 1.2.</remarks>
internal readonly record struct DocumentSetHeader(long Offset, long Length, short JumpEntries, sbyte RankPower)
{
    /// <summary>All documents have a value: nothing is stored.</summary>
    public static DocumentSetHeader All { get; } = new(-1, 0, -1, -1);

    /// <summary>No document has a value: nothing is stored.</summary>
    public static DocumentSetHeader None { get; } = new(-2, 0, -1, -1);

    public bool IsAll => Offset == -1;

    public bool IsNone => Offset == -2;

    /// <summary>Reads the four numbers and checks them against the data file.</summary>
    public static DocumentSetHeader Read(IndexInput meta, IndexInput data)
    {
        var header = new DocumentSetHeader(meta.ReadInt64(), meta.ReadInt64(), meta.ReadInt16(), (sbyte)meta.ReadByte());
        if (!header.IsSound(data.Length))
            throw new CorruptIndexException($"no document set of \"{data.Name}\": {header}", meta);
        return header;
    }

    public void Write(DataOutput meta)
    {
        meta.WriteInt64(Offset);
        meta.WriteInt64(Length);
        meta.WriteInt16(JumpEntries);
        meta.WriteByte((byte)RankPower);
    }

    private bool IsSound(long dataLength)
    {
        if (Offset < 0)
            return this == All || this == None;
        long jumpBytes = Math.Max((short)0, JumpEntries) * (long)DocumentSetFormat.JumpEntryBytes;
        return RankPower is -1 or (>= 7 and <= 15) && Length >= jumpBytes && Offset <= dataLength - Length;
    }
}
