using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene86;
using Search.Engine.Store;

namespace Search.Engine.Segments;

/// <summary>One segment's record in <c>segments_N</c>.</summary>
/// <remarks>README.md in this folder; container notes, section 5. Stateless.</remarks>
internal static class SegmentCommitInfoFormat
{
    /// <summary>Reads a record and the segment's <c>.si</c> file.</summary>
    /// <param name="onBroken">
    /// Told of a segment whose <c>.si</c> is damaged or missing; the record is then passed over. Null: that is a fault.
    /// </param>
    /// <returns>Null when the segment is broken.</returns>
    public static SegmentCommitInfo? Read(IndexInput input, IndexDirectory directory, Action<string, CorruptIndexException>? onBroken = null)
    {
        string name = input.ReadString();
        if (!SegmentFileNames.IsSegmentName(name))
            throw new CorruptIndexException($"\"{name}\" is no segment's name", input);
        var id = new SegmentId(input.ReadSpan(SegmentId.ByteCount));
        CheckCodec(name, input);
        SegmentInfo? segment = null;
        try
        {
            segment = ReadSegment(directory, name, id);
        }
        catch (CorruptIndexException broken) when (onBroken is not null && broken is not IndexFormatException)
        {
            onBroken(name, broken);
        }
        // What stands in for a segment that cannot be read only takes the place, so that the record can be passed over.
        SegmentCommitInfo commit = ReadState(input, segment ?? new SegmentInfo { Name = name, Id = id, MaxDoc = int.MaxValue });
        return segment is null ? null : commit;
    }

    private static void CheckCodec(string segment, IndexInput input)
    {
        string codec = input.ReadString();
        if (codec == Lucene87Codec.Name)
            return;
        throw new IndexFormatException(
            $"segment {segment} was written with the codec \"{codec}\", not with {Lucene87Codec.Name}; {FormatAdvice.OfCodec(codec)}", input.Name);
    }

    private static SegmentCommitInfo ReadState(IndexInput input, SegmentInfo segment)
    {
        var commit = new SegmentCommitInfo
        {
            Segment = segment,
            DeletionGeneration = ReadGeneration(input),
            DeletionCount = input.ReadInt32(),
            FieldInfosGeneration = ReadGeneration(input),
            DocValuesGeneration = ReadGeneration(input),
            SoftDeletionCount = input.ReadInt32(),
            CommitId = ReadCommitId(input),
            FieldInfosFiles = ReadFiles(input),
            DocValuesFiles = ReadDocValuesFiles(input),
        };
        if (commit.DeletionCount < 0 || commit.SoftDeletionCount < 0 || commit.DeletionCount > segment.MaxDoc - commit.SoftDeletionCount
            || (commit.DeletionGeneration < 0 && commit.DeletionCount != 0))
        {
            throw new CorruptIndexException(
                $"{commit.DeletionCount} deletions (generation {commit.DeletionGeneration}), {commit.SoftDeletionCount} soft ones, in {segment.MaxDoc} documents", input);
        }
        return commit;
    }

    public static void Write(DataOutput output, SegmentCommitInfo commit)
    {
        Span<byte> id = stackalloc byte[SegmentId.ByteCount];
        commit.Segment.Id.CopyTo(id);
        output.WriteString(commit.Segment.Name);
        output.WriteBytes(id);
        output.WriteString(Lucene87Codec.Name);
        output.WriteInt64(commit.DeletionGeneration);
        output.WriteInt32(commit.DeletionCount);
        output.WriteInt64(commit.FieldInfosGeneration);
        output.WriteInt64(commit.DocValuesGeneration);
        output.WriteInt32(commit.SoftDeletionCount);
        output.WriteByte(commit.CommitId is null ? (byte)0 : (byte)1);
        if (commit.CommitId is { } commitId)
        {
            commitId.CopyTo(id);
            output.WriteBytes(id);
        }
        output.WriteSet(commit.FieldInfosFiles);
        output.WriteInt32(commit.DocValuesFiles.Count);
        foreach ((int field, IReadOnlySet<string> files) in commit.DocValuesFiles.OrderBy(pair => pair.Key))
        {
            output.WriteInt32(field);
            output.WriteSet(files);
        }
    }

    private static SegmentInfo ReadSegment(IndexDirectory directory, string name, SegmentId id)
    {
        try
        {
            return Lucene86SegmentInfoFormat.Read(directory, name, id);
        }
        catch (FileNotFoundException missing)
        {
            throw CorruptIndexException.OfMissing(missing, $"segment {name}");
        }
    }

    private static long ReadGeneration(IndexInput input)
    {
        long generation = input.ReadInt64();
        return generation >= -1 ? generation : throw new CorruptIndexException($"a generation of {generation}", input);
    }

    private static SegmentId? ReadCommitId(IndexInput input) => input.ReadByte() switch
    {
        0 => null,
        1 => new SegmentId(input.ReadSpan(SegmentId.ByteCount)),
        byte flag => throw new CorruptIndexException($"a flag of {flag}", input),
    };

    private static HashSet<string> ReadFiles(IndexInput input)
    {
        HashSet<string> files = input.ReadSet();
        foreach (string file in files)
        {
            if (!SegmentFileNames.IsSegmentFile(file))
                throw new CorruptIndexException($"\"{file}\" is no file of a segment", input);
        }
        return files;
    }

    private static Dictionary<int, IReadOnlySet<string>> ReadDocValuesFiles(IndexInput input)
    {
        int count = input.ReadInt32();
        if (count < 0 || count > input.Remaining)
            throw new CorruptIndexException($"column updates of {count} fields", input);
        var filesByField = new Dictionary<int, IReadOnlySet<string>>();
        for (var i = 0; i < count; i++)
        {
            int field = input.ReadInt32();
            if (!filesByField.TryAdd(field, ReadFiles(input)))
                throw new CorruptIndexException($"column updates of field {field} stand twice", input);
        }
        return filesByField;
    }
}
