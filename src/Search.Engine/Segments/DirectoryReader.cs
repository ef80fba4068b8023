using Search.Engine.Codecs;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Segments;

/// <summary>A commit of an index, open for reading.</summary>
/// <remarks>Takes no lock: writers may commit and delete files meanwhile. The directory stays the caller's and must outlive the reader.</remarks>
public sealed class DirectoryReader : IndexReader
{
    private readonly IndexDirectory _directory;
    private readonly CommitPoint _commit;
    private readonly SegmentReader[] _segments;
    private readonly ReaderOptions _options;
    private readonly Action? _closed;

    private DirectoryReader(IndexDirectory directory, CommitPoint commit, SegmentReader[] segments, ReaderOptions options, Action? closed = null)
    {
        _closed = closed;
        _directory = directory;
        _options = options;
        _commit = commit;
        _segments = segments;
        var leaves = new List<Leaf>(segments.Length);
        foreach (SegmentReader segment in segments)
        {
            // As in Lucene, a segment of which soft deletions leave nothing counts neither for ids nor for statistics.
            if (segment.NumDocs == 0 && segment.HidesSoftDeleted)
                continue;
            leaves.Add(new Leaf(segment, leaves.Count, MaxDoc));
            MaxDoc += segment.MaxDoc;
            NumDocs += segment.NumDocs;
        }
        Leaves = leaves;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Leaf> Leaves { get; }

    /// <inheritdoc/>
    public override int MaxDoc { get; }

    /// <inheritdoc/>
    public override int NumDocs { get; }

    /// <summary>What the application recorded with the commit.</summary>
    public IReadOnlyDictionary<string, string> UserData => _commit.UserData;

    /// <summary>The commit's number: higher is newer; of a near-real-time reader that of the last commit before it.</summary>
    public long Generation => _commit.Generation;

    /// <summary>Whether a writer opened it, so that it shows changes that are not committed.</summary>
    public bool IsNearRealTime => _closed is not null;

    /// <summary>The commit that is read.</summary>
    internal CommitPoint Commit => _commit;

    /// <summary>The commit's segments in document order, those that soft deletions hide included.</summary>
    internal IReadOnlyList<SegmentReader> Segments => _segments;

    /// <summary>Opens the newest commit.</summary>
    /// <exception cref="IndexNotFoundException">The directory holds no commit.</exception>
    /// <exception cref="CorruptIndexException">The newest commit is damaged or lacks a file; an older one is never taken in its place.</exception>
    public static DirectoryReader Open(IndexDirectory directory) => Open(directory, ReaderOptions.Default);

    /// <summary>Opens the newest commit in a chosen way, which <see cref="OpenIfChanged"/> keeps.</summary>
    /// <exception cref="IndexNotFoundException">The directory holds no commit.</exception>
    /// <exception cref="CorruptIndexException">The newest commit is damaged or lacks a file; an older one is never taken in its place.</exception>
    public static DirectoryReader Open(IndexDirectory directory, ReaderOptions options)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(options);
        return CommitPoint.OpenLatest(directory, commit => Open(directory, commit, [], options));
    }

    /// <summary>Opens a commit that may be an older one, for example of <see cref="ListCommits"/>.</summary>
    /// <exception cref="CorruptIndexException">The commit is damaged or lacks a file, as when a writer deleted it meanwhile.</exception>
    public static DirectoryReader Open(IndexDirectory directory, IndexCommit commit, ReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(commit);
        return Open(directory, commit.Point, [], options);
    }

    /// <summary>The commits that are there, oldest first; without a deletion policy that keeps more it is one.</summary>
    /// <remarks>A commit that a writer deletes meanwhile is left out.</remarks>
    /// <exception cref="CorruptIndexException">A commit is damaged.</exception>
    public static IReadOnlyList<IndexCommit> ListCommits(IndexDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var commits = new List<IndexCommit>();
        foreach (string name in directory.ListAll())
        {
            if (!CommitFiles.TryParse(name, out _))
                continue;
            try
            {
                commits.Add(new IndexCommit(CommitPoint.Read(directory, name)));
            }
            catch (Exception) when (!directory.ListAll().Contains(name, StringComparer.Ordinal))
            {
                // Deleted since it was listed.
            }
        }
        commits.Sort((left, right) => left.Generation.CompareTo(right.Generation));
        return commits;
    }

    /// <summary>
    /// Opens the newest commit when it is another one than <paramref name="old"/> reads, sharing what did not change; null
    /// when it is the same. The old reader stays open and remains the caller's to dispose. A near-real-time reader is
    /// opened anew by its writer, which knows more than the newest commit.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The old reader is closed already.</exception>
    public static DirectoryReader? OpenIfChanged(DirectoryReader old)
    {
        ArgumentNullException.ThrowIfNull(old);
        ObjectDisposedException.ThrowIf(!old.TryAcquire(), old);
        try
        {
            return CommitFiles.Latest(old._directory) == old.Generation && !old.IsNearRealTime
                ? null
                : CommitPoint.OpenLatest(old._directory, commit => Open(old._directory, commit, old._segments, old._options));
        }
        finally
        {
            old.Release();
        }
    }

    /// <summary>Opens a commit; what is the same as in <paramref name="previous"/>, opened with the same options, is shared.</summary>
    internal static DirectoryReader Open(IndexDirectory directory, CommitPoint commit, IEnumerable<SegmentReader> previous, ReaderOptions? options = null)
    {
        options ??= ReaderOptions.Default;
        Dictionary<SegmentId, SegmentReader> known = previous.ToDictionary(segment => segment.Commit.Segment.Id);
        using var opened = new DisposeOnFailure();
        var segments = new SegmentReader[commit.Segments.Count];
        for (var i = 0; i < segments.Length; i++)
            segments[i] = opened.Add(Open(directory, commit.Segments[i], known.GetValueOrDefault(commit.Segments[i].Segment.Id), options));
        return opened.Release(new DirectoryReader(directory, commit, segments, options));
    }

    /// <summary>Reads segments as a writer sees them.</summary>
    /// <param name="state">Like a commit of the segments; its generation is that of the last commit.</param>
    /// <param name="segments">Taken over; in the same order as in <paramref name="state"/>.</param>
    /// <param name="closed">Called when the last reference is dropped.</param>
    internal static DirectoryReader OpenNearRealTime(IndexDirectory directory, CommitPoint state, SegmentReader[] segments, Action closed) =>
        new(directory, state, segments, ReaderOptions.Default, closed);

    /// <summary>Compares the checksums of all files of all segments with their bytes.</summary>
    internal void CheckIntegrity()
    {
        foreach (SegmentReader segment in _segments)
            segment.CheckIntegrity();
    }

    /// <inheritdoc/>
    protected override void Close()
    {
        try
        {
            // One that cannot be closed keeps none of the others open.
            Closing.All(_segments);
        }
        finally
        {
            _closed?.Invoke();
        }
    }

    private static SegmentReader Open(IndexDirectory directory, SegmentCommitInfo commit, SegmentReader? known, ReaderOptions options)
    {
        if (known is null || known.Commit.Segment.Name != commit.Segment.Name)
            return SegmentReader.Open(directory, commit, options);
        if (!IsSameState(known.Commit, commit))
            return known.Reopen(directory, commit, options);
        known.Acquire();
        return known;
    }

    private static bool IsSameState(SegmentCommitInfo left, SegmentCommitInfo right) =>
        left.DeletionGeneration == right.DeletionGeneration
        && left.DeletionCount == right.DeletionCount // a writer's deletions in memory have no generation yet
        && left.FieldInfosGeneration == right.FieldInfosGeneration
        && left.DocValuesGeneration == right.DocValuesGeneration;
}
