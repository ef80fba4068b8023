using Search.Engine.Codecs;
using Search.Engine.Store;

namespace Search.Engine.Segments;

/// <summary>The bytes of <c>segments_N</c>.</summary>
/// <remarks>README.md in this folder; container notes, section 5. Stateless.</remarks>
internal static class CommitPointFormat
{
    /// <summary>Most documents of an index, deleted ones included.</summary>
    public const int MaxDocs = int.MaxValue - 128;

    private const string CodecName = "segments";
    private const int Version = 10;
    private const int OldestMajor = 7;

    /// <summary>Reads the commit of a file, with all segment infos.</summary>
    /// <param name="onBroken">Told of segments whose infos are damaged or missing, which are then left out; null: they are a fault.</param>
    public static CommitPoint Read(IndexDirectory directory, string fileName, Action<string, CorruptIndexException>? onBroken = null)
    {
        if (!CommitFiles.TryParse(fileName, out long generation))
            throw new ArgumentException($"\"{fileName}\" is no commit file.", nameof(fileName));
        using IndexInput input = directory.OpenInput(fileName);
        CodecFooter.CheckWholeFile(input);
        CodecHeader.Check(input, CodecName, Version, Version);
        var id = new SegmentId(input.ReadSpan(SegmentId.ByteCount));
        string suffix = CodecHeader.ReadSuffix(input);
        if (suffix != Base36.Format(generation))
            throw new CorruptIndexException($"the commit says that it is number \"{suffix}\"", input);

        FormatVersion luceneVersion = ReadVersion(input);
        int createdMajor = input.ReadVInt32();
        if (createdMajor < OldestMajor)
            throw new IndexFormatException($"the index was created by major version {createdMajor}, which is too old: {FormatAdvice.TooOld}", fileName);
        if (luceneVersion.Major < createdMajor)
            throw new CorruptIndexException($"created by major version {createdMajor}, written by {luceneVersion}", input);
        long version = input.ReadInt64();
        long counter = input.ReadVInt64();
        List<SegmentCommitInfo> segments = ReadSegments(input, directory, createdMajor, onBroken);
        Dictionary<string, string> userData = input.ReadMap();
        CodecFooter.CheckAtFooter(input);
        return new CommitPoint
        {
            Generation = generation,
            Id = id,
            LuceneVersion = luceneVersion,
            IndexCreatedMajor = createdMajor,
            Version = version,
            Counter = counter,
            Segments = segments,
            UserData = userData,
        };
    }

    public static string WritePending(IndexDirectory directory, CommitPoint commit)
    {
        if (commit.Segments.Any(segment => SegmentFileNames.NumberOf(segment.Segment.Name) >= commit.Counter))
            throw new ArgumentException($"The counter {commit.Counter} is not above all segments.", nameof(commit));

        using IndexOutput output = directory.CreateOutput(CommitFiles.PendingNameOf(commit.Generation));
        CodecHeader.Write(output, CodecName, Version, commit.Id, Base36.Format(commit.Generation));
        WriteVersion(output, FormatVersion.Current);
        output.WriteVInt32(commit.IndexCreatedMajor);
        output.WriteInt64(commit.Version);
        output.WriteVInt64(commit.Counter);
        output.WriteInt32(commit.Segments.Count);
        if (commit.Segments.Count > 0)
            WriteVersion(output, commit.Segments.Min(segment => segment.Segment.Version));
        foreach (SegmentCommitInfo segment in commit.Segments)
            SegmentCommitInfoFormat.Write(output, segment);
        output.WriteMap(commit.UserData);
        CodecFooter.Write(output);
        return output.Name;
    }

    private static List<SegmentCommitInfo> ReadSegments(
        IndexInput input, IndexDirectory directory, int createdMajor, Action<string, CorruptIndexException>? onBroken)
    {
        int count = input.ReadInt32();
        if (count < 0 || count > input.Remaining)
            throw new CorruptIndexException($"{count} segments", input);
        FormatVersion oldest = count == 0 ? default : ReadVersion(input);
        var segments = new List<SegmentCommitInfo>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var ids = new HashSet<SegmentId>();
        long docs = 0;
        for (var i = 0; i < count; i++)
        {
            if (SegmentCommitInfoFormat.Read(input, directory, onBroken) is not { } commit)
                continue;
            SegmentInfo segment = commit.Segment;
            if (!names.Add(segment.Name) || !ids.Add(segment.Id))
                throw new CorruptIndexException($"segment {segment.Name} or its id stands twice", input);
            if (segment.Version < oldest || segment.Version.Major < createdMajor || segment.MinVersion is null)
                throw new CorruptIndexException($"segment {segment.Name} of version {segment.Version} (lowest {segment.MinVersion}) in an index of {oldest}", input);
            docs += segment.MaxDoc;
            if (docs > MaxDocs)
                throw new CorruptIndexException($"more than {MaxDocs} documents", input);
            segments.Add(commit);
        }
        return segments;
    }

    private static FormatVersion ReadVersion(IndexInput input) => new(input.ReadVInt32(), input.ReadVInt32(), input.ReadVInt32());

    private static void WriteVersion(IndexOutput output, FormatVersion version)
    {
        output.WriteVInt32(version.Major);
        output.WriteVInt32(version.Minor);
        output.WriteVInt32(version.Bugfix);
    }
}
