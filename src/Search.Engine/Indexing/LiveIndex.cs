using System.Collections.Immutable;
using Search.Engine.Indexing.Commits;
using Search.Engine.Indexing.Deletes;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Indexing;

/// <summary>The index under a writer: the current segments, the last commit, one in preparation, and who needs which file.</summary>
/// <remarks>Holds the write lock until it is disposed. Not synchronised: the writer's lock guards it.</remarks>
internal sealed class LiveIndex : IDisposable
{
    private readonly WriteLock _writeLock;
    private readonly FileReferences _references;
    private readonly CommitProtocol _protocol;
    private readonly NextNumbers _next;
    private CommittedFiles _committed;
    private CommittedFiles? _prepared;

    public LiveIndex(IndexDirectory directory, WriteLock writeLock, FileReferences references, NextNumbers next, CommittedFiles committed, SegmentList current)
    {
        Directory = directory;
        _writeLock = writeLock;
        _references = references;
        _protocol = new CommitProtocol(directory);
        _next = next;
        _committed = committed;
        Current = current;
    }

    public IndexDirectory Directory { get; }

    /// <summary>The segments as of the last flush.</summary>
    public SegmentList Current { get; private set; }

    /// <summary>Whether a commit was prepared and neither finished nor abandoned.</summary>
    public bool HasPreparedCommit => _prepared is not null;

    /// <summary>A segment name that was never used.</summary>
    public string NextSegmentName() => "_" + Base36.Format(_next.SegmentNumber++);

    /// <summary>Replaces the current segments; files that only the old ones needed go.</summary>
    /// <param name="created">Files that were written for the change: those that it turned out not to need go as well.</param>
    public void Publish(SegmentList next, IReadOnlyCollection<string> created)
    {
        _writeLock.EnsureValid();
        IReadOnlyList<string> oldFiles = Current.Files();
        _references.Acquire(next.Files());
        Current = next;
        _references.Release(oldFiles);
        _references.DeleteUnreferenced(created);
    }

    /// <summary>Deletes files of a segment that was never published.</summary>
    public void Discard(IReadOnlyCollection<string> created) => _references.DeleteUnreferenced(created);

    /// <summary>Replaces what the next commit keeps for the application; the same again is no change.</summary>
    public void SetUserData(IReadOnlyDictionary<string, string> userData)
    {
        ImmutableSortedDictionary<string, string> wanted = userData.ToImmutableSortedDictionary(StringComparer.Ordinal);
        if (!wanted.SequenceEqual(Current.UserData))
            Current = Current with { UserData = wanted, Version = Current.Version + 1 };
    }

    /// <summary>First phase of a commit: the current segments become durable. Does nothing when they are committed already.</summary>
    public void PrepareCommit()
    {
        if (Current.Version == _committed.Version)
            return;
        _writeLock.EnsureValid();
        Publish(LiveDocsFiles.Write(Directory, Current), created: []);
        var prepared = CommittedFiles.Of(NewCommitPoint());
        _references.Acquire(prepared.Files);
        try
        {
            _protocol.Prepare(prepared.Commit!, prepared.Files.Except(_committed.Files, StringComparer.Ordinal));
        }
        catch
        {
            _references.Release(prepared.Files);
            throw;
        }
        _prepared = prepared;
    }

    /// <summary>Second phase: the prepared commit becomes the index. False when there is none.</summary>
    public bool FinishCommit()
    {
        if (_prepared is not { } prepared)
            return false;
        _writeLock.EnsureValid();
        _protocol.Finish(prepared.Commit!);
        IReadOnlyList<string> old = _committed.AllFiles();
        _references.Acquire([prepared.Commit!.FileName]);
        _committed = prepared;
        _prepared = null;
        _references.Release(old);
        return true;
    }

    /// <summary>Gives up what is prepared and what is not committed; only the last commit's files stay.</summary>
    public void Rollback()
    {
        if (_prepared is { } prepared)
        {
            _prepared = null;
            _protocol.Abandon(prepared.Commit!);
            _references.Release(prepared.Files);
        }
        IReadOnlyList<string> files = Current.Files();
        Current = Current with { Segments = [] };
        _references.Release(files);
        Leftovers.Delete(Directory, _references);
    }

    /// <summary>Releases the write lock.</summary>
    public void Dispose() => _writeLock.Dispose();

    private CommitPoint NewCommitPoint() => new()
    {
        Generation = _next.Generation++,
        Version = Current.Version,
        Counter = _next.SegmentNumber,
        IndexCreatedMajor = Current.CreatedMajor,
        Segments = [.. Current.Segments.Select(segment => segment.Written)],
        UserData = Current.UserData,
    };
}
