namespace Search.Engine.Codecs.Lucene84;

/// <summary>Reads the positions of single documents of a term's blocks; what lies between them is passed over, undecoded where whole blocks of it do.</summary>
internal sealed class DocumentPositions(Lucene84PostingsBlocks blocks, PositionsReader reader)
{
    // The block of documents that the others speak of; -1 when there is none.
    private int _block = -1;

    // The document of the block up to which positions are counted, and how many of them the reader has not passed.
    private int _counted;
    private long _unread;

    /// <summary>Starts over with the term of the blocks.</summary>
    public void Start(in Index.TermState term)
    {
        reader.StartTerm(term);
        _block = -1;
    }

    /// <summary>Takes the positions of a document of the current block.</summary>
    /// <inheritdoc cref="Index.PostingsBlocks.ReadPositions"/>
    public int Read(int index, ref int[] positions)
    {
        if (_block != blocks.Number || index < _counted)
            EnterBlock();
        ReadOnlySpan<int> freqs = blocks.Freqs;
        _unread += Frequencies.Sum(freqs[_counted..index]);
        reader.Skip(_unread);
        _unread = 0;
        _counted = index + 1;
        int freq = freqs[index];
        for (int done = 0, position = 0; done < freq;)
            done += Read(freq - done, done, ref position, ref positions);
        return freq;
    }

    // Room grows with what is really there: a damaged frequency cannot ask for much memory.
    private int Read(int most, int done, ref int position, ref int[] positions)
    {
        ReadOnlySpan<int> deltas = reader.TakeDeltas(most);
        if (positions.Length < done + deltas.Length)
            Array.Resize(ref positions, Math.Max(done + deltas.Length, 2 * positions.Length));
        Span<int> taken = positions.AsSpan(done, deltas.Length);
        var faults = 0;
        for (var i = 0; i < deltas.Length; i++)
            faults |= deltas[i] | (taken[i] = position += deltas[i]);
        if (faults < 0)
            reader.ThrowCorrupt($"a position below the one before or beyond {int.MaxValue}");
        return deltas.Length;
    }

    private void EnterBlock()
    {
        SkipEntry start = blocks.PositionStart();
        reader.SeekTo(start);
        _block = blocks.Number;
        _counted = 0;
        _unread = start.PositionsBefore;
    }
}
