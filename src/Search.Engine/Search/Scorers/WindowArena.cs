using System.Buffers;
using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>What the scorers of one search in one segment share: scratch memory and cursors, given back when it is searched, and what the search may still spend.</summary>
/// <remarks>One thread; the pools behind it are shared. What a search needs for all its segments is lent by an arena of its own.</remarks>
internal sealed class WindowArena(ScratchPool pool, SearchBudget budget) : IDisposable
{
    private readonly Lending<ScoreWindow> _windows = new(pool.Windows, () => new ScoreWindow());
    private readonly Lending<FlagWindow> _flags = new(pool.Flags, () => new FlagWindow());
    private readonly Lending<Candidates> _lists = new(pool.Lists, () => new Candidates());
    private readonly Lending<BlockScores> _scores = new(pool.Scores, () => new BlockScores());
    private readonly Lending<int[]> _blocks = new(pool.Blocks, () => new int[BlockIntersection.BlockSize]);
    private readonly Lending<int[]> _docs = new(pool.Docs, () => new int[ScoreWindow.Size]);
    private readonly Lending<float[]> _floats = new(pool.Floats, () => new float[ScoreWindow.Size]);
    private readonly Lending<List<TermState>> _states = new(pool.States, () => []);
    private readonly List<ulong[]> _words = [];
    private readonly List<PostingsBlocks> _cursors = [];

    /// <summary>What the search may still spend.</summary>
    public SearchBudget Budget { get; set; } = budget;

    /// <summary>Another arena of the same search, for a segment; disposing it gives back what its scorers have borrowed.</summary>
    public WindowArena OpenForSegment() => pool.Open(Budget);

    /// <summary>An empty window, the borrower's own until the arena is disposed, as all that is lent.</summary>
    public ScoreWindow Rent() => _windows.Rent();

    /// <summary>A window of flags; whatever it holds.</summary>
    public FlagWindow RentFlags() => _flags.Rent();

    /// <summary>An empty list.</summary>
    public Candidates RentList()
    {
        Candidates list = _lists.Rent();
        list.Clear();
        return list;
    }

    /// <summary>An empty bit set.</summary>
    public FixedBitSet RentBits(int length)
    {
        ulong[] words = ArrayPool<ulong>.Shared.Rent(FixedBitSet.WordCount(length));
        Array.Clear(words);
        _words.Add(words);
        return new FixedBitSet(words, length);
    }

    /// <summary>Room for the scores of one term's blocks.</summary>
    public BlockScores RentScores() => _scores.Rent();

    /// <summary>Room for as many numbers as a block has; whatever it holds.</summary>
    public int[] RentBlock() => _blocks.Rent();

    /// <summary>Room for as many numbers as a window has documents; whatever it holds.</summary>
    public int[] RentDocs() => _docs.Rent();

    /// <summary>The same for scores.</summary>
    public float[] RentFloats() => _floats.Rent();

    /// <summary>An empty list of terms.</summary>
    public List<TermState> RentStates()
    {
        List<TermState> states = _states.Rent();
        states.Clear();
        return states;
    }

    /// <summary>Takes over a cursor, which is the caller's own until the arena is disposed: then another may have it.</summary>
    public PostingsBlocks Keep(PostingsBlocks cursor)
    {
        _cursors.Add(cursor);
        return cursor;
    }

    /// <summary>The documents of a term, without frequencies.</summary>
    /// <param name="reuse">The cursor of an earlier call for the same field and segment, which is not needed any more, or null.</param>
    public PostingsBlocks Documents(Terms terms, in TermState state, PostingsBlocks? reuse = null) =>
        reuse is null ? Keep(terms.Blocks(state, withFreqs: false)) : terms.Blocks(state, withFreqs: false, reuse);

    /// <summary>Gives all back, windows empty.</summary>
    public void Dispose()
    {
        _windows.GiveBack(window => window.Clear());
        _flags.GiveBack();
        _lists.GiveBack();
        _scores.GiveBack();
        _blocks.GiveBack();
        _docs.GiveBack();
        _floats.GiveBack();
        _states.GiveBack();
        foreach (ulong[] words in _words)
            ArrayPool<ulong>.Shared.Return(words);
        _words.Clear();
        foreach (PostingsBlocks cursor in _cursors)
            cursor.Release();
        _cursors.Clear();
        pool.Give(this);
    }
}
