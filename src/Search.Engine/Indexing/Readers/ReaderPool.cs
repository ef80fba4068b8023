using Search.Engine.Indexing.Threads;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Indexing.Readers;

/// <summary>The open readers of a writer's current segments: for resolving deletes, for merges, and shared with near-real-time readers.</summary>
/// <remarks>
/// Segments are opened when somebody asks, and closed by the pool when they leave the segment list, or with the writer;
/// who still reads them holds references. At most <see cref="Capacity"/> are kept: of more segments than that the later
/// ones are opened anew each time. Shareable between threads.
/// </remarks>
internal sealed class ReaderPool(WriterLife life, IndexDirectory directory, int capacity = ReaderPool.Capacity)
{
    /// <summary>Most segments that are kept open; each is about twelve mappings and holds no file handle.</summary>
    public const int Capacity = 256;

    private readonly Dictionary<string, SegmentReader> _bySegment = new(StringComparer.Ordinal);

    /// <summary>Number of segments that are kept open.</summary>
    public int Count
    {
        get
        {
            lock (life.Lock)
                return _bySegment.Count;
        }
    }

    /// <summary>A reader of the segment in exactly this state; the caller disposes it.</summary>
    /// <exception cref="CorruptIndexException">The segment's files are not sound.</exception>
    public SegmentReader Open(LiveSegment segment)
    {
        SegmentReader? other;
        lock (life.Lock)
        {
            if (_bySegment.TryGetValue(segment.Name, out other))
            {
                other.Acquire();
                if (IsSameState(other, segment))
                    return other;
            }
        }
        using (other)
        {
            SegmentReader reader = other is null
                ? SegmentReader.Open(directory, segment.State, liveDocs: segment.LiveDocs)
                : other.Reopen(directory, segment.State, liveDocs: segment.LiveDocs);
            Keep(segment.Name, reader);
            return reader;
        }
    }

    /// <summary>Closes the readers of segments that are not in the list. The caller holds the lock.</summary>
    public void KeepOnly(SegmentList list)
    {
        HashSet<string> current = [.. list.Segments.Select(segment => segment.Name)];
        foreach ((string name, SegmentReader reader) in _bySegment)
        {
            if (current.Contains(name))
                continue;
            _bySegment.Remove(name);
            reader.Dispose();
        }
    }

    // A segment without live docs in memory was not changed since it was opened, so that all its readers are the same.
    private static bool IsSameState(SegmentReader reader, LiveSegment segment) =>
        segment.LiveDocs is null || ReferenceEquals(reader.HardLiveDocs, segment.LiveDocs);

    private void Keep(string name, SegmentReader reader)
    {
        lock (life.Lock)
        {
            bool isKnown = _bySegment.Remove(name, out SegmentReader? other);
            other?.Dispose();
            if (!isKnown && _bySegment.Count >= capacity)
                return;
            reader.Acquire();
            _bySegment.Add(name, reader);
        }
    }
}
