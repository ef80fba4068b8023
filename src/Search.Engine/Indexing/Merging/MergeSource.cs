using Search.Engine.Codecs;
using Search.Engine.Segments;

namespace Search.Engine.Indexing.Merging;

/// <summary>A segment that takes part in a merge, and where its documents go.</summary>
/// <param name="Reader">The segment; the caller keeps it open and disposes it.</param>
/// <param name="Map">Which documents are kept, and their new ids.</param>
internal sealed record MergeSource(SegmentReader Reader, DocIdMap Map)
{
    /// <summary>The segments with new ids one behind the other, in the order given.</summary>
    /// <param name="segments">Open segments, each with the documents to keep; null: all.</param>
    /// <exception cref="OverflowException">More documents than ids.</exception>
    public static MergeSource[] InOrder(IEnumerable<(SegmentReader Reader, FixedBitSet? Live)> segments)
    {
        List<MergeSource> sources = [];
        var firstDoc = 0;
        foreach ((SegmentReader reader, FixedBitSet? live) in segments)
        {
            var map = new DocIdMap(live, reader.MaxDoc, firstDoc);
            firstDoc = checked(firstDoc + map.LiveCount);
            sources.Add(new MergeSource(reader, map));
        }
        return [.. sources];
    }
}
