using System.Diagnostics.CodeAnalysis;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>Reads the positions of single documents of a term's blocks; what lies between them is passed over, undecoded where whole blocks of it do.</summary>
internal sealed class DocumentPositions(Lucene84PostingsBlocks blocks, PositionDeltas deltas)
{
    private const int UsualRoom = 16;
    private const int MostKept = 1 << 12;

    // Up to and with each document of the block: the number of positions.
    private readonly int[] _sums = new int[PackedBlock.Size];
    private int[] _positions = new int[UsualRoom];

    // The block of documents that the sums are about, -1 when there is none, and where its positions start.
    private int _block;
    private SkipEntry _start;

    // Positions between the block's first and the place of the reader.
    private long _passed;

    /// <summary>Starts over with the term of the blocks.</summary>
    public void Start(in Index.TermState term, PostingsShape shape)
    {
        deltas.StartTerm(term, shape);
        if (_positions.Length > MostKept)
            _positions = new int[UsualRoom];
        _block = -1;
    }

    /// <summary>The positions of a document of the current block.</summary>
    /// <inheritdoc cref="Index.PostingsBlocks.Positions"/>
    public ReadOnlySpan<int> Of(int index)
    {
        if (_block != blocks.Number)
            EnterBlock();
        int start = index == 0 ? 0 : _sums[index - 1];
        int freq = _sums[index] - start;
        if (start < _passed)
            SeekToStart();
        ReadOnlySpan<int> taken = deltas.Take(start - _passed, freq);
        _passed = start + (long)freq;
        // Most documents have one: then it is the difference itself.
        if (freq > 1)
            return SumOf(taken, freq);
        if (taken[0] < 0)
            ThrowDescending();
        return taken;
    }

    // Room grows with what is really there: a damaged frequency cannot ask for much memory.
    private ReadOnlySpan<int> SumOf(ReadOnlySpan<int> taken, int freq)
    {
        var position = 0;
        var faults = 0;
        for (var done = 0; ; taken = deltas.Take(0, freq - done))
        {
            if (_positions.Length < done + taken.Length)
                Array.Resize(ref _positions, Math.Max(done + taken.Length, 2 * _positions.Length));
            Span<int> read = _positions.AsSpan(done, taken.Length);
            for (var i = 0; i < taken.Length; i++)
                faults |= taken[i] | (read[i] = position += taken[i]);
            done += taken.Length;
            if (faults < 0)
                ThrowDescending();
            if (done == freq)
                return _positions.AsSpan(0, freq);
        }
    }

    private void EnterBlock()
    {
        if (!TrySumFreqs())
            deltas.ThrowCorrupt($"a frequency below 1 or more than {int.MaxValue} positions in a block of documents");
        _start = blocks.PositionStart();
        _block = blocks.Number;
        SeekToStart();
    }

    // False when a frequency is below 1 or the sum too large. What stands behind the documents of a block that is not full is of no importance.
    private bool TrySumFreqs()
    {
        if (blocks.PackedFreqs() is { } packed)
            return PatchedBlock.TryReadSums(packed, _sums);
        ReadOnlySpan<int> freqs = blocks.Freqs;
        freqs.CopyTo(_sums);
        _sums.AsSpan(freqs.Length).Fill(1);
        return DocIdBlock.Sum(_sums, previous: 0) >= 0;
    }

    private void SeekToStart()
    {
        deltas.SeekTo(_start);
        deltas.Skip(_start.PositionsBefore);
        _passed = 0;
    }

    [DoesNotReturn]
    private void ThrowDescending() => deltas.ThrowCorrupt($"a position below the one before or beyond {int.MaxValue}");
}
