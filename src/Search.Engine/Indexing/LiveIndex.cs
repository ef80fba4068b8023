using System.Collections.Immutable;
using Search.Engine.Indexing.Commits;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Indexing;

/// <summary>The index under a writer: the current segments, its commits, one in preparation, and who needs which file.</summary>
/// <remarks>Holds the write lock until it is disposed. Not synchronised: the writer's lock guards it.</remarks>
internal sealed class LiveIndex : IDisposable
{
    private readonly WriteLock _writeLock;
    private readonly FileReferences _references;
    private readonly NextNumbers _next;
    private readonly IndexDeletionPolicy _policy;
    private readonly List<FileHold> _pins = [];
    private ImmutableArray<CommittedFiles> _commits; // oldest first

    public LiveIndex(IndexDirectory directory, WriteLock writeLock, FileReferences references, NextNumbers next, IndexDeletionPolicy policy)
    {
        Directory = directory;
        _writeLock = writeLock;
        _references = references;
        _next = next;
        _policy = policy;
        _commits = [];
    }

    public IndexDirectory Directory { get; }

    /// <summary>The published segments.</summary>
    public SegmentList Current { get; private set; } = new() { Version = 1 };

    /// <summary>The newest commit; null when there is none yet.</summary>
    public CommittedFiles? Committed => _commits.IsEmpty ? null : _commits[^1];

    /// <summary>The commit in preparation, from <see cref="BeginCommit"/> to <see cref="FinishCommit"/>.</summary>
    public CommittedFiles? Prepared { get; private set; }

    /// <summary>A segment name that was never used.</summary>
    public string NextSegmentName() => "_" + Base36.Format(_next.SegmentNumber++);

    /// <summary>Takes over what was found when the index was opened.</summary>
    /// <param name="commits">Oldest first.</param>
    public void Start(IEnumerable<CommittedFiles> commits, SegmentList current)
    {
        _commits = [.. commits];
        foreach (CommittedFiles commit in _commits)
            _references.Acquire(commit.AllFiles());
        _references.Acquire(current.Files());
        Current = current;
        Leftovers.Delete(Directory, _references);
        DropUnneededCommits();
    }

    /// <summary>Replaces the current segments; files that nobody needs then go.</summary>
    /// <param name="created">Files that were written for the change: those that it turned out not to need go as well.</param>
    public void Publish(IEnumerable<LiveSegment> segments, IReadOnlyCollection<string> created)
    {
        Replace(Current.WithSegments(segments));
        _references.DeleteUnreferenced(created);
    }

    /// <summary>Deletes files of segments that were never published.</summary>
    public void Discard(IReadOnlyCollection<string> created) => _references.DeleteUnreferenced(created);

    /// <summary>Keeps files until the hold is disposed, whatever happens to the segments and commits they belong to.</summary>
    public FileHold Hold(IEnumerable<string> files) => new(_references, files);

    /// <summary>Keeps the newest commit until the hold is released, also when the writer is closed meanwhile.</summary>
    public FileHold PinCommit()
    {
        _pins.RemoveAll(pin => pin.Files.Count == 0);
        FileHold pin = Hold(Committed!.AllFiles());
        _pins.Add(pin);
        return pin;
    }

    /// <summary>Replaces what the next commit keeps for the application; the same again is no change.</summary>
    public void SetUserData(IReadOnlyDictionary<string, string> userData)
    {
        ImmutableSortedDictionary<string, string> wanted = userData.ToImmutableSortedDictionary(StringComparer.Ordinal);
        if (!wanted.SequenceEqual(Current.UserData))
            Current = Current with { UserData = wanted, Version = Current.Version + 1 };
    }

    /// <summary>Segments in the form of a commit that nobody wrote: under the generation of the newest one.</summary>
    public CommitPoint StateOf(SegmentList list) => new()
    {
        Generation = Committed?.Commit.Generation ?? -1,
        Version = list.Version,
        Counter = _next.SegmentNumber,
        IndexCreatedMajor = list.CreatedMajor,
        Segments = [.. list.Segments.Select(segment => segment.State)],
        UserData = list.UserData,
    };

    /// <summary>Starts a commit of the current segments; null when they are committed already.</summary>
    /// <param name="written">The same segments with all their deletions written.</param>
    public CommittedFiles? BeginCommit(IEnumerable<LiveSegment> written)
    {
        if (Current.Version == Committed?.Version)
            return null;
        Replace(Current with { Segments = [.. written] });
        var prepared = CommittedFiles.Of(NewCommitPoint());
        _references.Acquire(prepared.Files);
        return Prepared = prepared;
    }

    /// <summary>The prepared commit is the index now; commits that the policy does not keep go.</summary>
    public void FinishCommit()
    {
        CommittedFiles prepared = Prepared!;
        _references.Acquire([prepared.Commit.FileName]);
        _commits = _commits.Add(prepared);
        Prepared = null;
        DropUnneededCommits();
    }

    /// <summary>Throws when the write lock was lost.</summary>
    public void EnsureLocked() => _writeLock.EnsureValid();

    /// <summary>Gives up what is not committed and releases the write lock.</summary>
    /// <remarks>
    /// Only files of commits and pinned ones stay. Readers that are open keep what they read: an open input outlives its file.
    /// </remarks>
    public void Close()
    {
        try
        {
            var needed = new FileReferences(Directory);
            foreach (CommittedFiles commit in _commits)
                needed.Acquire(commit.AllFiles());
            foreach (FileHold pin in _pins)
                needed.Acquire(pin.Files);
            _references.Close();
            Leftovers.Delete(Directory, needed);
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Releases the write lock.</summary>
    public void Dispose() => _writeLock.Dispose();

    private void Replace(SegmentList next)
    {
        EnsureLocked();
        IReadOnlyList<string> oldFiles = Current.Files();
        _references.Acquire(next.Files());
        Current = next;
        _references.Release(oldFiles);
    }

    private void DropUnneededCommits()
    {
        if (_commits.Length < 2)
            return;
        HashSet<long> unneeded = [.. _policy.Unneeded([.. _commits.Select(commit => new IndexCommit(commit.Commit))]).Select(commit => commit.Generation)];
        unneeded.Remove(_commits[^1].Commit.Generation); // without it there would be no index
        ImmutableArray<CommittedFiles> old = _commits;
        _commits = [.. old.Where(commit => !unneeded.Contains(commit.Commit.Generation))];
        _references.Release(old.Where(commit => unneeded.Contains(commit.Commit.Generation)).SelectMany(commit => commit.AllFiles()));
    }

    private CommitPoint NewCommitPoint() => StateOf(Current) with { Generation = _next.Generation++ };
}
