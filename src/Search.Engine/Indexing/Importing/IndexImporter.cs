using Search.Engine.Codecs;
using Search.Engine.Indexing.Buffering;
using Search.Engine.Indexing.Deletes;
using Search.Engine.Indexing.Flushing;
using Search.Engine.Indexing.Merging;
using Search.Engine.Indexing.Threads;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Indexing.Importing;

/// <summary>Brings the segments of other indexes into this one, all or none.</summary>
/// <remarks>
/// Everything is checked, then copied, then published at once. What fails on the way leaves this index as it was and the
/// writer usable. The caller is inside the writer.
/// </remarks>
internal sealed class IndexImporter(
    WriterLife life, LiveIndex index, FieldSchemas schemas, BufferPool buffers, DeleteQueue deletes, BufferFlusher flusher,
    SegmentPublisher publisher, MergeQueue merges, long maxDocs)
{
    /// <summary>Imports; the number of the change.</summary>
    public long Import(IndexDirectory[] directories)
    {
        if (directories.Contains(index.Directory) || directories.Distinct().Count() < directories.Length)
            throw new ArgumentException("An index cannot be added to itself, nor twice in one call.", nameof(directories));
        using var held = new DisposeOnFailure(); // and on success: nothing is released
        var sources = new List<(IndexDirectory Directory, SegmentReader Segment)>();
        foreach (IndexDirectory directory in directories)
        {
            held.Add(directory.ObtainWriteLock()); // or its files could go while they are copied
            CommitPoint commit = CommitPoint.ReadLatest(directory);
            if (commit.IndexCreatedMajor != index.Current.CreatedMajor)
                throw new ArgumentException(Conflict($"one was created by version {commit.IndexCreatedMajor}, this one by {index.Current.CreatedMajor}, so their lengths are not comparable"), nameof(directories));
            ThrowIfSorted(commit);
            foreach (SegmentCommitInfo segment in commit.Segments.Where(segment => segment.DeletionCount < segment.Segment.MaxDoc))
                sources.Add((directory, held.Add(SegmentReader.Open(directory, segment))));
        }
        List<SegmentReader> segments = [.. sources.Select(source => source.Segment)];
        if (schemas.FaultOf(segments.Select(segment => segment.FieldInfos)) is { } fault)
            throw new ArgumentException(Conflict(fault), nameof(directories));
        CheckRoom(segments);
        foreach (SegmentReader segment in segments)
            segment.CheckIntegrity();
        return CopyAndPublish(sources, segments);
    }

    private long CopyAndPublish(List<(IndexDirectory Directory, SegmentReader Segment)> sources, List<SegmentReader> segments)
    {
        var copier = new SegmentCopier(index.Directory);
        try
        {
            List<LiveSegment> copies = [];
            foreach ((IndexDirectory directory, SegmentReader segment) in sources)
            {
                string name;
                lock (life.Lock)
                {
                    life.ThrowIfEnded(); // says why; whoever closes the writer waits until the import is done
                    name = index.NextSegmentName();
                }
                copies.Add(new LiveSegment(copier.Copy(directory, segment.Commit, name)));
            }
            return Publish(copies, segments);
        }
        catch
        {
            lock (life.Lock)
                index.Discard(copier.CreatedFiles);
            throw;
        }
    }

    private long Publish(List<LiveSegment> copies, List<SegmentReader> segments)
    {
        using Turn.Holder turn = publisher.Turn.Take();
        flusher.FlushAllInTurn();
        CheckRoom(segments);
        if (schemas.TryAdd([.. segments.Select(segment => segment.FieldInfos)]) is { } fault)
            throw new ArgumentException(Conflict(fault), nameof(segments));
        FlushTicket[] written;
        PendingDeletes older;
        long sequence;
        lock (life.Lock)
        {
            life.ThrowIfEnded();
            (written, older) = publisher.TakeWritten();
            sequence = deletes.NextSequence();
            for (var i = 0; i < copies.Count; i++)
            {
                if (segments[i].FieldInfos.Any(field => field.HasTermVectors))
                    merges.Exclude(copies[i].Name);
            }
        }
        life.Guard(() =>
        {
            publisher.PublishInTurn(written, new DeletePacket(older), copies);
            return true;
        });
        return sequence;
    }

    private static void ThrowIfSorted(CommitPoint commit)
    {
        if (commit.Segments.FirstOrDefault(segment => segment.Segment.IndexSort.Count > 0) is { } sorted)
            throw new NotSupportedException($"The documents of segment {sorted.Segment.Name} are sorted by {sorted.Segment.IndexSort[0].Field}; this writer keeps the order of addition.");
    }

    private void CheckRoom(List<SegmentReader> segments)
    {
        lock (life.Lock)
        {
            if (index.Current.MaxDoc + buffers.DocCount + segments.Sum(segment => (long)segment.MaxDoc) > maxDocs)
                throw new InvalidOperationException($"The index would have more than {maxDocs} documents.");
        }
    }

    private static string Conflict(string fault) => $"The indexes do not fit together: {fault}.";
}
