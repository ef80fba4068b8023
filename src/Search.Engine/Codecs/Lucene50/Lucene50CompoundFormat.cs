using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene50;

/// <summary>The files of a segment packed into one (<c>.cfs</c>) with a table of contents (<c>.cfe</c>).</summary>
/// <remarks>README.md, "Compound files"; container notes, section 9. Stateless.</remarks>
internal static class Lucene50CompoundFormat
{
    public const string DataExtension = "cfs";
    public const string EntriesExtension = "cfe";
    private const string DataCodec = "Lucene50CompoundData";
    private const string EntriesCodec = "Lucene50CompoundEntries";
    private const int Version = 0;
    private const int SmallestEntryBytes = 17;
    private const int CopyBytes = 1 << 20;

    /// <summary>Opens the packed files as a directory that only reads; the caller disposes it.</summary>
    public static CompoundDirectory Open(IndexDirectory directory, SegmentInfo segment)
    {
        Dictionary<string, CompoundEntry> entries = ReadEntries(directory, segment);
        using var opened = new DisposeOnFailure();
        IndexInput data = opened.Add(directory.OpenInput(segment.FileName(DataExtension)));
        CodecHeader.Check(data, DataCodec, Version, Version, segment.Id);
        CodecFooter.CheckStructure(data);

        // Files stand one behind the other without gaps, so the lengths add up.
        long start = data.Position;
        long end = data.Length - CodecFooter.ByteCount;
        long total = 0;
        foreach ((string tail, CompoundEntry entry) in entries)
        {
            if (entry.Offset < start || entry.Length < 0 || entry.Length > end - entry.Offset)
                throw new CorruptIndexException($"{tail} would have {entry.Length} bytes", data.Name, entry.Offset);
            total += entry.Length;
        }
        if (total != end - start)
            throw new CorruptIndexException($"{total} bytes of packed files in {end - start}", data.Name);
        return opened.Release(new CompoundDirectory(segment.Name, data, entries));
    }

    /// <summary>Packs complete files of a segment and returns the names of the two new ones; the single files stay.</summary>
    /// <exception cref="CorruptIndexException">A file is damaged, or belongs to another segment.</exception>
    public static IReadOnlyList<string> Write(IndexDirectory directory, SegmentInfo segment, IEnumerable<string> files)
    {
        using IndexOutput data = directory.CreateOutput(segment.FileName(DataExtension));
        using IndexOutput entries = directory.CreateOutput(segment.FileName(EntriesExtension));
        CodecHeader.Write(data, DataCodec, Version, segment.Id);
        CodecHeader.Write(entries, EntriesCodec, Version, segment.Id);

        string[] names = [.. files.Order(StringComparer.Ordinal)];
        entries.WriteVInt32(names.Length);
        foreach (string name in names)
        {
            long offset = data.FilePointer;
            using IndexInput file = directory.OpenInput(name);
            Copy(file, segment, data);
            entries.WriteString(SegmentFileNames.TailOf(name));
            entries.WriteInt64(offset);
            entries.WriteInt64(file.Length);
        }
        CodecFooter.Write(data);
        CodecFooter.Write(entries);
        return [data.Name, entries.Name];
    }

    private static void Copy(IndexInput file, SegmentInfo segment, IndexOutput data)
    {
        SegmentId id = CodecHeader.ReadId(file);
        if (id != segment.Id)
            throw new CorruptIndexException($"the file belongs to {id}, not to {segment.Id}", file);
        CodecFooter.CheckWholeFile(file);
        for (long at = 0; at < file.Length; at += CopyBytes)
            data.WriteBytes(file.SpanAt(at, (int)Math.Min(CopyBytes, file.Length - at)));
    }

    private static Dictionary<string, CompoundEntry> ReadEntries(IndexDirectory directory, SegmentInfo segment)
    {
        using IndexInput input = directory.OpenInput(segment.FileName(EntriesExtension));
        CodecFooter.CheckWholeFile(input);
        CodecHeader.Check(input, EntriesCodec, Version, Version, segment.Id);
        int count = input.ReadVInt32();
        if (count < 0 || count > input.Remaining / SmallestEntryBytes)
            throw new CorruptIndexException($"{count} packed files", input);
        var entries = new Dictionary<string, CompoundEntry>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            string tail = input.ReadString();
            if (!entries.TryAdd(tail, new CompoundEntry(input.ReadInt64(), input.ReadInt64())))
                throw new CorruptIndexException($"{tail} is packed twice", input);
        }
        CodecFooter.CheckAtFooter(input);
        return entries;
    }
}
