using Search.Engine.Index;

namespace Search.Engine.Indexing.Merging;

/// <summary>The byte strings of all segments.</summary>
/// <remarks>Only walks forward, which is all that a writer asks for.</remarks>
internal sealed class MergedBinaryValues(MergedDocs<BinaryDocValues> docs) : BinaryDocValues
{
    public override int DocId => docs.DocId;

    public override long Cost => docs.Cost;

    public override ReadOnlySpan<byte> Value => docs.Current.Value;

    public override int NextDoc() => docs.NextDoc();

    public override int Advance(int target) => docs.Advance(target);

    public override bool AdvanceExact(int target) => throw new NotSupportedException("A merged column is walked, not asked.");
}
