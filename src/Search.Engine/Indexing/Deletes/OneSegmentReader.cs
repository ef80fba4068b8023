using Search.Engine.Index;

namespace Search.Engine.Indexing.Deletes;

/// <summary>A single segment as an index: what a delete by query runs on.</summary>
/// <remarks>Owns nothing.</remarks>
internal sealed class OneSegmentReader(LeafReader segment) : IndexReader
{
    public override IReadOnlyList<Leaf> Leaves { get; } = [new Leaf(segment, 0, 0)];

    public override int MaxDoc => segment.MaxDoc;

    public override int NumDocs => segment.NumDocs;

    protected override void Close()
    {
    }
}
