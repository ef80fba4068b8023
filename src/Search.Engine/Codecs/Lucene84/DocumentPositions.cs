namespace Search.Engine.Codecs.Lucene84;

/// <summary>Reads the positions of single documents of a term's blocks; what lies between them is passed over, undecoded where whole blocks of it do.</summary>
internal sealed class DocumentPositions(Lucene84PostingsBlocks blocks, PositionDeltas deltas)
{
    // Up to and with each document of the block: the number of positions.
    private readonly int[] _sums = new int[PackedBlock.Size];

    // The block of documents that the sums are about, -1 when there is none, and where its positions start.
    private int _block;
    private SkipEntry _start;

    // Positions between the block's first and the place of the reader.
    private long _passed;

    /// <summary>Starts over with the term of the blocks.</summary>
    public void Start(in Index.TermState term)
    {
        deltas.StartTerm(term);
        _block = -1;
    }

    /// <summary>Takes the positions of a document of the current block.</summary>
    /// <inheritdoc cref="Index.PostingsBlocks.ReadPositions(int, ref int[])"/>
    public int Read(int index, ref int[] positions)
    {
        if (_block != blocks.Number)
            EnterBlock();
        return ReadBehind(0, index, ref positions);
    }

    /// <summary>Takes the positions of documents of the current block.</summary>
    /// <inheritdoc cref="Index.PostingsBlocks.ReadPositions(ReadOnlySpan{int}, Span{int}, ref int[])"/>
    public void Read(ReadOnlySpan<int> indexes, Span<int> ends, ref int[] positions)
    {
        if (_block != blocks.Number)
            EnterBlock();
        var count = 0;
        for (var i = 0; i < indexes.Length; i++)
            ends[i] = count = ReadBehind(count, indexes[i], ref positions);
    }

    // Takes the positions of a document behind others; tells how many there are then.
    private int ReadBehind(int count, int index, ref int[] positions)
    {
        int start = index == 0 ? 0 : _sums[index - 1];
        int freq = _sums[index] - start;
        if (start < _passed)
            SeekToStart();
        long skipped = start - _passed;
        _passed = start + (long)freq;
        if (freq == 1 && count < positions.Length && deltas.TryTakeDecoded(skipped, out int only))
        {
            if (only < 0)
                deltas.ThrowCorrupt("a position below 0");
            positions[count] = only;
            return count + 1;
        }
        deltas.Skip(skipped);
        for (int left = freq, position = 0; left > 0;)
        {
            int taken = Read(left, count, ref position, ref positions);
            count += taken;
            left -= taken;
        }
        return count;
    }

    // Room grows with what is really there: a damaged frequency cannot ask for much memory.
    private int Read(int most, int done, ref int position, ref int[] positions)
    {
        ReadOnlySpan<int> taken = deltas.Take(most);
        if (positions.Length < done + taken.Length)
            Array.Resize(ref positions, Math.Max(done + taken.Length, 2 * positions.Length));
        Span<int> read = positions.AsSpan(done, taken.Length);
        var faults = 0;
        for (var i = 0; i < taken.Length; i++)
            faults |= taken[i] | (read[i] = position += taken[i]);
        if (faults < 0)
            deltas.ThrowCorrupt($"a position below the one before or beyond {int.MaxValue}");
        return taken.Length;
    }

    private void EnterBlock()
    {
        ReadOnlySpan<int> freqs = blocks.Freqs;
        freqs.CopyTo(_sums);
        _sums.AsSpan(freqs.Length).Fill(1);
        if (DocIdBlock.Sum(_sums, previous: 0) < 0)
            deltas.ThrowCorrupt($"more than {int.MaxValue} positions in a block of documents");
        _start = blocks.PositionStart();
        _block = blocks.Number;
        SeekToStart();
    }

    private void SeekToStart()
    {
        deltas.SeekTo(_start);
        deltas.Skip(_start.PositionsBefore);
        _passed = 0;
    }
}
