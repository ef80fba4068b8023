using Search.Engine.Codecs;
using Search.Engine.Indexing.Commits;
using Search.Engine.Indexing.Readers;
using Search.Engine.Indexing.Threads;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Indexing.Merging;

/// <summary>Does one merge: from segments of the list to the one that takes their place.</summary>
/// <remarks>
/// The merge runs without the lock and without any turn; only the exchange at its end takes the turn to publish. Documents
/// that were deleted meanwhile are deleted in the new segment then. The caller is inside the writer. Shareable between threads.
/// </remarks>
internal sealed class MergeWorker(
    WriterLife life, LiveIndex index, FieldSchemas schemas, MergeSelector selector, ReaderPool readers, SegmentPublisher publisher)
{
    /// <summary>Merges; returns the name of the new segment, or null when no document was left.</summary>
    /// <exception cref="OperationCanceledException">The writer is being closed; nothing is left behind.</exception>
    public string? Run(PendingMerge merge)
    {
        LiveSegment[] sources;
        FileHold files;
        string name;
        lock (life.Lock)
        {
            life.ThrowIfEnded();
            // Of what was dropped while the merge waited nothing is left to merge.
            sources = [.. merge.Sources.SelectMany(source => index.Current.Segments.Where(segment => segment.Name == source))];
            files = index.Hold(sources.SelectMany(source => source.Written.AllFiles()));
            name = index.NextSegmentName();
        }
        try
        {
            return sources.Length > 0 && Run(sources, name) ? name : null;
        }
        finally
        {
            lock (life.Lock)
                files.Release();
        }
    }

    private bool Run(LiveSegment[] sources, string name)
    {
        using var opened = new DisposeOnFailure(); // and on success: nothing is released
        MergeSource[] merged = MergeSource.InOrder(sources.Select(source =>
        {
            SegmentReader reader = opened.Add(readers.Open(source));
            return (reader, reader.LiveDocs);
        }));
        if (merged.All(source => source.Map.LiveCount == 0))
        {
            publisher.Exchange(list => list.Segments.ExceptBy(sources.Select(source => source.Name), segment => segment.Name), created: []);
            return false;
        }
        var merger = new SegmentMerger(index.Directory, name, merged, schemas.NumberOf);
        SegmentInfo result = Write(merger);
        publisher.Exchange(list => new MergeExchange(sources, merged).Apply(list, result), merger.CreatedFiles);
        return true;
    }

    private SegmentInfo Write(SegmentMerger merger)
    {
        try
        {
            return merger.Merge(Packs, life.Stop);
        }
        catch
        {
            lock (life.Lock)
                index.Discard(merger.CreatedFiles);
            throw;
        }
    }

    private bool Packs(long bytes)
    {
        lock (life.Lock)
            return selector.Packs(index.Current, bytes);
    }
}
