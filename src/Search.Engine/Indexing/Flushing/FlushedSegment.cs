using Search.Engine.Indexing.Buffering;

namespace Search.Engine.Indexing.Flushing;

/// <summary>A segment that was written and is not published yet.</summary>
/// <param name="Segment">The segment with the deletions that it was born with.</param>
/// <param name="Sequences">The sequence numbers of its documents.</param>
internal sealed record FlushedSegment(LiveSegment Segment, BlockSequences Sequences);
