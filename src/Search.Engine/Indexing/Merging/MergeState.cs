using Search.Engine.Codecs;

namespace Search.Engine.Indexing.Merging;

/// <summary>What the parts of one merge share.</summary>
/// <param name="Sources">The segments in the order of their documents.</param>
/// <param name="Output">Where the new segment goes, with its fields.</param>
/// <param name="Meter">Counts memory.</param>
/// <param name="Abort">Is asked every few thousand documents or terms.</param>
internal sealed record MergeState(MergeSource[] Sources, SegmentWriteState Output, MergeMeter Meter, CancellationToken Abort)
{
    /// <summary>How many steps lie between two looks at <see cref="Abort"/>.</summary>
    public const int StepsBetweenLooks = 1 << 12;
}
