using Search.Engine.Index;

namespace Search.Engine.Indexing.Merging;

/// <summary>The strings of a column's dictionary that documents which are kept have.</summary>
/// <param name="used">Their ordinals; null: all.</param>
internal sealed class UsedTerms(IOrdinalDictionary dictionary, FixedBitSet? used) : SortedTerms
{
    /// <summary>Ordinal of the current string.</summary>
    public int Ordinal { get; private set; } = -1;

    public override ReadOnlySpan<byte> Term => dictionary.Lookup(Ordinal);

    public override bool Next()
    {
        int next = Ordinal + 1;
        if (used is not null)
            next = used.NextSetBit(next);
        if (next < 0 || next >= dictionary.ValueCount)
            return false;
        Ordinal = next;
        return true;
    }
}
