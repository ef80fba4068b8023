using Search.Engine.Index;

namespace Search.Engine.Indexing.Merging;

/// <summary>The dictionary strings of all segments, one a document.</summary>
/// <remarks>Only walks forward, which is all that a writer asks for.</remarks>
internal sealed class MergedSortedValues(MergedDocs<SortedDocValues> docs, OrdinalMap ordinals) : SortedDocValues
{
    public override int DocId => docs.DocId;

    public override long Cost => docs.Cost;

    public override int Ordinal => ordinals.Map(docs.Source, docs.Current.Ordinal);

    public override IOrdinalDictionary Dictionary => field ??= ordinals.OpenDictionary();

    public override int NextDoc() => docs.NextDoc();

    public override int Advance(int target) => docs.Advance(target);

    public override bool AdvanceExact(int target) => throw new NotSupportedException("A merged column is walked, not asked.");
}
