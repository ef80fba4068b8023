using Search.Engine.Index;

namespace Search.Engine.Indexing.Merging;

/// <summary>The numbers of all segments: a numeric column, or norms.</summary>
/// <remarks>Only walks forward, which is all that a writer asks for.</remarks>
internal sealed class MergedNumericValues(MergedDocs<NumericDocValues> docs) : NumericDocValues
{
    public override int DocId => docs.DocId;

    public override long Cost => docs.Cost;

    public override long Value => docs.Current.Value;

    public override int NextDoc() => docs.NextDoc();

    public override int Advance(int target) => docs.Advance(target);

    public override bool AdvanceExact(int target) => throw new NotSupportedException("A merged column is walked, not asked.");
}
