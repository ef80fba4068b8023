using Search.Engine.Index;

namespace Search.Engine.Search.Matching;

/// <summary>One place of a phrase query, the positions of its terms in a document, and where it stands among them.</summary>
/// <param name="offset">The place's position in the query.</param>
/// <param name="terms">The alternatives.</param>
/// <param name="cost">Number of documents with any of them.</param>
internal sealed class PhrasePlace(int offset, IReadOnlyList<Term> terms, long cost)
{
    private int[] _positions = new int[4];
    private int[] _startOffsets = [];
    private int[] _endOffsets = [];
    private int _count;
    private int _index;

    public int Offset => offset;

    public IReadOnlyList<Term> Terms => terms;

    public long Cost => cost;

    /// <summary>Position in the document.</summary>
    public int Position { get; private set; }

    /// <summary>Position in the document less the place's own: equal for all places of an exact match.</summary>
    public int Shifted => Position - offset;

    /// <summary>The places that share terms with this one, itself among them; null when there are none or nobody asked.</summary>
    public PhrasePlace[]? Repeats { get; set; }

    /// <summary>Which of the document's positions it is.</summary>
    public int Index => _index;

    /// <summary>Takes over the positions of the document on which a cursor stands.</summary>
    /// <param name="withOffsets">Whether offsets are wanted too.</param>
    public void Load(PostingsEnum postings, bool withOffsets)
    {
        _count = 0;
        for (int left = postings.Freq; left > 0; left--)
        {
            Grow(ref _positions, postings.NextPosition());
            if (withOffsets)
            {
                Grow(ref _startOffsets, postings.StartOffset);
                Grow(ref _endOffsets, postings.EndOffset);
            }
            _count++;
        }
    }

    /// <summary>Takes over the positions of a document of the current block.</summary>
    /// <param name="index">Its place in the block.</param>
    public void Load(PostingsBlocks blocks, int index)
    {
        ReadOnlySpan<int> positions = blocks.Positions(index);
        _count = positions.Length;
        if (_positions.Length < _count)
            _positions = new int[Math.Max(_count, 2 * _positions.Length)];
        positions.CopyTo(_positions);
    }

    /// <summary>Takes over the positions of a place with the same term; good as long as those are.</summary>
    public void Share(PhrasePlace other)
    {
        _positions = other._positions;
        _count = other._count;
    }

    /// <summary>Starts over in the document, before its first position.</summary>
    public void Reset()
    {
        _index = -1;
        Position = int.MinValue;
    }

    /// <summary>Moves to the next position; false after the last.</summary>
    public bool Next()
    {
        if (_index + 1 >= _count)
            return false;
        Position = _positions[++_index];
        return true;
    }

    /// <summary>Moves to the first position that is at least <paramref name="target"/>; stays when it is there already.</summary>
    public bool AdvanceTo(int target)
    {
        while (Position < target)
        {
            if (!Next())
                return false;
        }
        return true;
    }

    /// <summary>Where one of the document's positions is.</summary>
    public PhraseMatch At(int index) => _startOffsets.Length == 0
        ? new PhraseMatch(_positions[index], _positions[index], -1, -1)
        : new PhraseMatch(_positions[index], _positions[index], _startOffsets[index], _endOffsets[index]);

    private void Grow(ref int[] values, int value)
    {
        if (_count == values.Length)
            Array.Resize(ref values, Math.Max(4, 2 * _count));
        values[_count] = value;
    }
}
