using Search.Engine.Indexing.Buffering;

namespace Search.Engine.Indexing.Flushing;

/// <summary>A segment that was written and is not published yet.</summary>
/// <param name="Segment">The segment with the deletions that it was born with.</param>
/// <param name="Sequences">The sequence numbers of its documents.</param>
/// <param name="CreatedFiles">All files that were written for it, also those that it does not need any more.</param>
internal sealed record FlushedSegment(LiveSegment Segment, BlockSequences Sequences, IReadOnlyCollection<string> CreatedFiles);
