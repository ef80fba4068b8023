using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene50;
using Search.Engine.Codecs.Lucene60;
using Search.Engine.Codecs.Lucene86;
using Search.Engine.Store;

namespace Search.Engine.Indexing.Merging;

/// <summary>Makes one segment of several, without the documents that are deleted.</summary>
/// <remarks>
/// Nothing is analysed again: chunks of stored values, blocks of positions and points are copied where that is possible.
/// The parts are written in the order of the container notes, section 14.5. Lives for one merge; one thread at a time.
/// </remarks>
internal sealed class SegmentMerger
{
    private readonly MergeSource[] _sources;
    private readonly SegmentWriteState _output;
    private readonly MergeMeter _meter = new();

    /// <summary>Prepares a merge; nothing is written yet.</summary>
    /// <param name="directory">Where the new segment goes.</param>
    /// <param name="name">Its name, which was never used.</param>
    /// <param name="sources">The segments, at least one, with at least one document to keep.</param>
    /// <param name="numberOf">The number that the index gives a field, where it gives one.</param>
    /// <exception cref="CorruptIndexException">A field is of different kinds in the segments.</exception>
    /// <exception cref="NotSupportedException">A segment has term vectors or its documents are sorted.</exception>
    public SegmentMerger(IndexDirectory directory, string name, MergeSource[] sources, Func<string, int?> numberOf)
    {
        foreach (MergeSource source in sources)
        {
            if (source.Reader.Commit.Segment.IndexSort.Count > 0)
                throw new NotSupportedException($"The documents of segment {source.Reader.Commit.Segment.Name} are sorted; merging keeps no order.");
        }
        _sources = sources;
        var segment = new SegmentInfo
        {
            Name = name,
            Id = SegmentId.CreateRandom(),
            MaxDoc = sources.Sum(source => source.Map.LiveCount),
            MinVersion = LowestVersion(sources),
            Attributes = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [Lucene87Codec.StoredFieldsModeKey] = Lucene87Codec.BestSpeed,
            },
            Diagnostics = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["source"] = "merge",
                ["mergeFactor"] = $"{sources.Length}",
            },
        };
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(segment.MaxDoc, nameof(sources));
        _output = new SegmentWriteState(directory, segment, FieldInfosMerger.Merge(sources.Select(source => source.Reader), numberOf));
    }

    /// <summary>Number of documents of the new segment.</summary>
    public int DocCount => _output.Segment.MaxDoc;

    /// <summary>
    /// Names of all files that were, or may have been, created so far: after a failure the caller deletes them, after success
    /// those that the segment does not name.
    /// </summary>
    public IReadOnlyCollection<string> CreatedFiles =>
    [
        .. _output.CreatedFiles,
        _output.Segment.FileName(Lucene50CompoundFormat.DataExtension),
        _output.Segment.FileName(Lucene50CompoundFormat.EntriesExtension),
        _output.Segment.FileName(Lucene86SegmentInfoFormat.Extension),
    ];

    /// <summary>Most memory that the merge held in proportion to its input.</summary>
    public long PeakBytes => _meter.PeakBytes;

    /// <summary>Writes the segment; none of its files is durable yet.</summary>
    /// <param name="packs">Whether a segment of that many bytes becomes a compound file.</param>
    /// <param name="abort">Ends the merge at the next opportunity.</param>
    /// <exception cref="CorruptIndexException">A file of a source does not fit its checksum, or is not sound.</exception>
    /// <exception cref="OperationCanceledException">The merge was aborted.</exception>
    public SegmentInfo Merge(Func<long, bool> packs, CancellationToken abort)
    {
        foreach (MergeSource source in _sources)
        {
            abort.ThrowIfCancellationRequested();
            source.Reader.CheckIntegrity(); // what is copied unseen must be what was written
            _meter.Add(source.Map.ByteCount);
        }
        var state = new MergeState(_sources, _output, _meter, abort);
        NormsMerger.Write(state);
        ColumnsMerger.Write(state);
        PointsMerger.Write(state);
        StoredFieldsMerger.Write(state);
        PostingsMerger.Write(state);
        Lucene60FieldInfosFormat.Write(_output);
        SegmentInfo segment = Pack(packs, abort);
        Lucene86SegmentInfoFormat.Write(_output.Directory, segment);
        return segment;
    }

    private SegmentInfo Pack(Func<long, bool> packs, CancellationToken abort)
    {
        string[] files = [.. _output.CreatedFiles];
        bool isCompound = packs(files.Sum(_output.Directory.FileLength));
        abort.ThrowIfCancellationRequested();
        if (isCompound)
            files = [.. Lucene50CompoundFormat.Write(_output.Directory, _output.Segment, files)];
        string own = _output.Segment.FileName(Lucene86SegmentInfoFormat.Extension);
        return _output.Segment with
        {
            IsCompound = isCompound,
            Files = new HashSet<string>(files, StringComparer.Ordinal) { own },
        };
    }

    private static FormatVersion? LowestVersion(MergeSource[] sources)
    {
        FormatVersion lowest = FormatVersion.Current;
        foreach (MergeSource source in sources)
        {
            if (source.Reader.Commit.Segment.MinVersion is not { } version)
                return null;
            if (version < lowest)
                lowest = version;
        }
        return lowest;
    }
}
