namespace Search.Engine.Index;

/// <summary>The documents of one term, a decoded block at a time: what production scorers run on.</summary>
/// <remarks>
/// <para>Starts before the first block. Moving on decodes nothing by itself: <see cref="Docs"/> and <see cref="Freqs"/>
/// decode when asked, so a block whose impacts cannot compete costs no decoding.</para>
/// <para>One thread at a time; spans are valid until the next move.</para>
/// </remarks>
public abstract class PostingsBlocks
{
    /// <summary>Number of documents of the term.</summary>
    public abstract int DocFreq { get; }

    /// <summary>Ascending ids of the current block's documents, all of them, never empty (full blocks hold 128).</summary>
    public abstract ReadOnlySpan<int> Docs { get; }

    /// <summary>Frequencies beside <see cref="Docs"/>; all 1 where frequencies are not indexed.</summary>
    public abstract ReadOnlySpan<int> Freqs { get; }

    /// <summary>Moves to the next block; false, and no current block any more, after the last.</summary>
    public abstract bool NextBlock();

    /// <summary>
    /// Moves to the block that holds the first document that is at least <paramref name="target"/>; stays when the
    /// current block does. False, and no current block any more, when there is none.
    /// </summary>
    public abstract bool AdvanceBlock(int target);

    /// <summary>
    /// Looks for ascending documents from the current block on: <paramref name="found"/> of those that were <paramref name="looked"/> at are
    /// the term's. At most as many are looked at as there is room for. The cursor stays at the last block that was looked into.
    /// </summary>
    /// <param name="places">Receives their places among the wanted.</param>
    /// <param name="freqs">Receives, beside them, their frequencies; empty when they are not asked for.</param>
    /// <returns>False, and no current block any more, when the term has none of those that were not looked at, nor any behind them.</returns>
    public virtual bool Match(ReadOnlySpan<int> wanted, Span<int> places, Span<int> freqs, out int found, out int looked)
    {
        (found, looked) = (0, 0);
        wanted = wanted[..Math.Min(wanted.Length, places.Length)];
        while (looked < wanted.Length)
        {
            if (!AdvanceBlock(wanted[looked]))
                return false;
            MatchBlock(wanted, places, freqs, ref found, ref looked);
        }
        return true;
    }

    /// <summary>Looks for documents in the current block.</summary>
    private protected void MatchBlock(ReadOnlySpan<int> wanted, Span<int> places, Span<int> freqs, ref int found, ref int looked)
    {
        Span<int> blockPlaces = stackalloc int[BlockIntersection.BlockSize];
        int count = BlockIntersection.Match(wanted.Slice(looked, Math.Min(BlockIntersection.BlockSize, wanted.Length - looked)), Docs, places[found..], blockPlaces, out int seen);
        Note(blockPlaces[..count], looked, places, freqs, ref found);
        looked += seen;
    }

    /// <summary>Takes in what was found in the current block, whose places are counted from a wanted document on.</summary>
    private protected void Note(ReadOnlySpan<int> blockPlaces, int from, Span<int> places, Span<int> freqs, ref int found)
    {
        if (blockPlaces.IsEmpty)
            return;
        foreach (ref int place in places.Slice(found, blockPlaces.Length))
            place += from;
        if (!freqs.IsEmpty)
        {
            ReadOnlySpan<int> all = Freqs;
            for (var i = 0; i < blockPlaces.Length; i++)
                freqs[found + i] = all[blockPlaces[i]];
        }
        found += blockPlaces.Length;
    }

    /// <summary>
    /// Looks up the bounds around <paramref name="target"/> without moving the blocks; targets must not descend.
    /// </summary>
    /// <returns>Last document (inclusive) of the level-0 block that holds the target, or <see cref="DocIdCursor.NoMoreDocs"/>.</returns>
    public abstract int AdvanceShallow(int target);

    /// <summary>
    /// Impacts that bound every document from the last shallow target up to <paramref name="upTo"/> (inclusive).
    /// Never empty; the pair (int max, 1) says that nothing is known.
    /// </summary>
    public abstract ReadOnlySpan<Impact> ImpactsUpTo(int upTo);

    /// <summary>
    /// The last document, at least <paramref name="upTo"/>, that <see cref="ImpactsUpTo"/> bounds with what it tells for
    /// <paramref name="upTo"/>: as long as targets stay in front of it, it need not be asked again.
    /// </summary>
    public virtual int BoundedUpTo(int upTo) => upTo;

    /// <summary>
    /// Takes impacts of some stretches of documents, more than <paramref name="stretches"/> if the term has as many: where they come from Lucene
    /// or from this engine, documents have each of them. Only in front of the first block.
    /// </summary>
    /// <param name="sample">Receives those of as many stretches as there is room for.</param>
    /// <returns>How many impacts there are; 0 when nothing is known.</returns>
    public virtual int SampleImpacts(int stretches, Span<Impact> sample) => 0;

    /// <summary>
    /// The positions of one of the <see cref="Docs"/>, ascending, as many as its frequency says; for blocks opened by
    /// <see cref="Terms.BlocksWithPositions"/>. Only documents that are asked for are read. Valid until the next call.
    /// </summary>
    /// <param name="index">The document's place in the block; ascending places are read fastest.</param>
    public abstract ReadOnlySpan<int> Positions(int index);

    /// <summary>Gives the cursor back to where it came from, which may hand it out again: the caller uses it no more.</summary>
    internal virtual void Release()
    {
    }
}
