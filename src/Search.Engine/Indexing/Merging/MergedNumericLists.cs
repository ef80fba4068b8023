using Search.Engine.Index;

namespace Search.Engine.Indexing.Merging;

/// <summary>The lists of numbers of all segments.</summary>
/// <remarks>Only walks forward, which is all that a writer asks for.</remarks>
internal sealed class MergedNumericLists(MergedDocs<SortedNumericDocValues> docs) : SortedNumericDocValues
{
    public override int DocId => docs.DocId;

    public override long Cost => docs.Cost;

    public override int Count => docs.Current.Count;

    public override long NextValue() => docs.Current.NextValue();

    public override int NextDoc() => docs.NextDoc();

    public override int Advance(int target) => docs.Advance(target);

    public override bool AdvanceExact(int target) => throw new NotSupportedException("A merged column is walked, not asked.");
}
