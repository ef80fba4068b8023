using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene86;

/// <summary>What never changes about a segment (<c>.si</c> files); the last file that is written of it.</summary>
/// <remarks>Layout: container notes, section 6; README.md, "Segment info". Stateless.</remarks>
internal static class Lucene86SegmentInfoFormat
{
    public const string Extension = "si";
    private const string CodecName = "Lucene86SegmentInfo";
    private const int Version = 0;
    private const byte Compound = 1;
    private const byte NotCompound = 0xFF;
    private const int OldestMajor = 7;

    /// <summary>Reads the segment of that name; the id must be the one that the commit names.</summary>
    public static SegmentInfo Read(IndexDirectory directory, string name, SegmentId id)
    {
        using IndexInput input = directory.OpenInput($"{name}.{Extension}");
        CodecFooter.CheckWholeFile(input);
        CodecHeader.Check(input, CodecName, Version, Version, id);

        FormatVersion version = ReadVersion(input);
        if (version.Major < OldestMajor)
            throw new IndexFormatException($"the segment was written by version {version}, which is too old: {FormatAdvice.TooOld}", input.Name);
        FormatVersion? minVersion = ReadFlag(input, input.ReadByte()) ? ReadVersion(input) : null;
        int maxDoc = input.ReadInt32();
        if (maxDoc <= 0)
            throw new CorruptIndexException($"a segment of {maxDoc} documents", input);
        var segment = new SegmentInfo
        {
            Name = name,
            Id = id,
            Version = version,
            MinVersion = minVersion,
            MaxDoc = maxDoc,
            IsCompound = input.ReadByte() == Compound,
            Diagnostics = input.ReadMap(),
            Files = ReadFiles(input, name),
            Attributes = input.ReadMap(),
            IndexSort = ReadSort(input),
        };
        CodecFooter.CheckAtFooter(input);
        return segment;
    }

    /// <summary>Writes the segment; its set of files must be complete and hold the <c>.si</c> itself.</summary>
    public static void Write(IndexDirectory directory, SegmentInfo segment)
    {
        string fileName = segment.FileName(Extension);
        if (segment.MaxDoc <= 0 || !segment.Files.Contains(fileName))
            throw new ArgumentException($"Segment {segment.Name} of {segment.MaxDoc} documents is incomplete.", nameof(segment));

        using IndexOutput output = directory.CreateOutput(fileName);
        CodecHeader.Write(output, CodecName, Version, segment.Id);
        WriteVersion(output, segment.Version);
        output.WriteByte(segment.MinVersion is null ? (byte)0 : (byte)1);
        if (segment.MinVersion is { } minVersion)
            WriteVersion(output, minVersion);
        output.WriteInt32(segment.MaxDoc);
        output.WriteByte(segment.IsCompound ? Compound : NotCompound);
        output.WriteMap(segment.Diagnostics);
        output.WriteSet(segment.Files);
        output.WriteMap(segment.Attributes);
        output.WriteVInt32(segment.IndexSort.Count);
        foreach (IndexSortField key in segment.IndexSort)
            IndexSortFieldFormat.Write(output, key);
        CodecFooter.Write(output);
    }

    // A segment that was copied under another name keeps the names that its files were written with.
    private static HashSet<string> ReadFiles(IndexInput input, string segmentName)
    {
        var files = new HashSet<string>(StringComparer.Ordinal);
        foreach (string file in input.ReadSet())
        {
            if (!SegmentFileNames.IsSegmentFile(file))
                throw new CorruptIndexException($"\"{file}\" is no file of a segment", input);
            files.Add(segmentName + SegmentFileNames.TailOf(file));
        }
        return files;
    }

    private static IndexSortField[] ReadSort(IndexInput input)
    {
        int count = input.ReadVInt32();
        if (count < 0 || count > input.Remaining)
            throw new CorruptIndexException($"an index sort of {count} keys", input);
        var keys = new IndexSortField[count];
        for (var i = 0; i < count; i++)
            keys[i] = IndexSortFieldFormat.Read(input);
        return keys;
    }

    private static bool ReadFlag(IndexInput input, byte flag) => flag <= 1
        ? flag == 1
        : throw new CorruptIndexException($"a flag of {flag}", input);

    private static FormatVersion ReadVersion(IndexInput input) => new(input.ReadInt32(), input.ReadInt32(), input.ReadInt32());

    private static void WriteVersion(IndexOutput output, FormatVersion version)
    {
        output.WriteInt32(version.Major);
        output.WriteInt32(version.Minor);
        output.WriteInt32(version.Bugfix);
    }
}
