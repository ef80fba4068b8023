using Search.Engine.Index;

namespace Search.Engine.Indexing.Merging;

/// <summary>The dictionary strings of all segments, a set a document.</summary>
/// <remarks>Only walks forward, which is all that a writer asks for. Dictionaries are merged in order, so ordinals keep ascending.</remarks>
internal sealed class MergedSortedSets(MergedDocs<SortedSetDocValues> docs, OrdinalMap ordinals) : SortedSetDocValues
{
    public override int DocId => docs.DocId;

    public override long Cost => docs.Cost;

    public override int Count => docs.Current.Count;

    public override IOrdinalDictionary Dictionary => field ??= ordinals.OpenDictionary();

    public override int NextOrdinal() => ordinals.Map(docs.Source, docs.Current.NextOrdinal());

    public override int NextDoc() => docs.NextDoc();

    public override int Advance(int target) => docs.Advance(target);

    public override bool AdvanceExact(int target) => throw new NotSupportedException("A merged column is walked, not asked.");
}
