using Search.Engine.Codecs;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Segments.Checking;

/// <summary>Checks one segment of a commit: first its files, then, when these are sound, all that is in them.</summary>
internal sealed class SegmentCheck : IDisposable
{
    private const int SingleDocuments = 100;

    private readonly SegmentCommitInfo _commit;
    private readonly CheckProblems _problems = new();
    private SegmentReader? _reader;

    private SegmentCheck(SegmentCommitInfo commit) => _commit = commit;

    /// <summary>Opens the segment and checks its files; damage is kept for the report.</summary>
    /// <exception cref="IOException">A file is missing because <paramref name="commit"/> is no longer the newest.</exception>
    public static SegmentCheck Open(IndexDirectory directory, CommitPoint commit, SegmentCommitInfo segment, CancellationToken cancellation)
    {
        var check = new SegmentCheck(segment);
        try
        {
            check.Try(() => check._reader = SegmentReader.Open(directory, segment), mayContain: IsNewest);
            foreach (string file in segment.AllFiles())
            {
                cancellation.ThrowIfCancellationRequested();
                check.Try(() => CheckFile(directory, file), mayContain: IsNewest);
            }
            return check;
        }
        catch
        {
            check.Dispose();
            throw;
        }

        bool IsNewest() => CommitFiles.Latest(directory) <= commit.Generation;
    }

    /// <summary>Reads everything.</summary>
    public SegmentCheckReport Run(CancellationToken cancellation)
    {
        if (_reader is null || !_problems.IsEmpty)
            return Report(0, 0, 0);
        var postings = new PostingsCheck(_reader, _problems, cancellation);
        var columns = new ColumnsCheck(_reader, _problems, cancellation);
        // Files inside a compound file have checksums of their own.
        Try(_reader.CheckIntegrity);
        Try(CheckLiveDocs);
        Try(() => SoftDeletesCheck.Run(_reader, _problems));
        if (_reader.FieldInfos.Any(field => field.HasTermVectors))
            Try(() => VectorFilesCheck.Run(_reader.Files, _commit.Segment));
        CheckVersion(_commit.Segment.Version);
        CheckVersion(_commit.Segment.MinVersion ?? _commit.Segment.Version);
        foreach (FieldInfo field in _reader.FieldInfos)
        {
            Try(() => postings.Run(field));
            Try(() => columns.Run(field));
        }
        Try(() => SortOrderCheck.Run(_reader, _problems, cancellation));
        Try(() => CheckStoredFields(cancellation));
        return Report(postings.TermCount, postings.PostingCount, postings.PositionCount);
    }

    public void Dispose() => _reader?.Dispose();

    private void Try(Action check, Func<bool>? mayContain = null)
    {
        try
        {
            check();
        }
        catch (Exception damage) when (IndexChecker.IsDamage(damage) && (mayContain is null || mayContain()))
        {
            if (damage is IndexFormatException)
                _problems.AddForeign(damage.Message);
            else
                _problems.Add(damage.Message);
        }
    }

    private static void CheckFile(IndexDirectory directory, string name)
    {
        using IndexInput input = directory.OpenInput(name);
        CodecFooter.CheckWholeFile(input);
    }

    private void CheckVersion(FormatVersion version)
    {
        if (version.Major is < 0 or > byte.MaxValue || version.Minor is < 0 or > byte.MaxValue || version.Bugfix is < 0 or > byte.MaxValue)
            _problems.Add($"written by version {version}, which cannot be");
    }

    private void CheckLiveDocs()
    {
        int live = _reader!.LiveDocs?.Cardinality() ?? _reader.MaxDoc;
        int counted = _reader.MaxDoc - _commit.DeletionCount - _commit.SoftDeletionCount;
        if (live != counted)
            _problems.Add($"{live} documents are alive, the commit counts {counted}");
    }

    private void CheckStoredFields(CancellationToken cancellation)
    {
        var visitor = new FieldCheck(_reader!.FieldInfos);
        _reader.Stored.VisitAll(visitor, cancellation);
        // The way to single documents is another one.
        for (long doc = 0; doc < _reader.MaxDoc; doc += 1 + _reader.MaxDoc / SingleDocuments)
            _reader.VisitStored((int)doc, visitor);
        if (visitor.Strangers > 0)
            _problems.Add($"{visitor.Strangers} stored values belong to fields that the segment does not list");
    }

    private SegmentCheckReport Report(long terms, long postings, long positions)
    {
        int deleted = _commit.DeletionCount + _commit.SoftDeletionCount;
        int maxDoc = _commit.Segment.MaxDoc;
        return new SegmentCheckReport(_commit.Segment.Name, maxDoc, maxDoc - deleted, terms, postings, positions, _problems.ToList()) { IsDamaged = _problems.HaveDamage };
    }

    private sealed class FieldCheck(FieldInfos fields) : StoredFieldVisitor
    {
        public long Strangers { get; private set; }

        public override Decision Needs(FieldInfo field)
        {
            if (fields.Find(field.Number) is null)
                Strangers++;
            return Decision.Read;
        }
    }
}
