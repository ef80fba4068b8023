using System.Buffers;

namespace Search.Engine.Search.Scorers;

/// <summary>What weights and scorers of one search share: windows, given back when it ends, and what it may still spend.</summary>
/// <remarks>One thread; the pool behind it is shared.</remarks>
internal sealed class WindowArena(ScratchPool pool, SearchBudget budget) : IDisposable
{
    private readonly List<ScoreWindow> _lent = [];
    private readonly List<Candidates> _lentLists = [];
    private readonly List<FlagWindow> _lentFlags = [];
    private readonly List<ulong[]> _lentWords = [];

    /// <summary>What the search may still spend.</summary>
    public SearchBudget Budget => budget;

    /// <summary>An empty window, the borrower's own until the search ends.</summary>
    public ScoreWindow Rent()
    {
        ScoreWindow window = pool.Windows.TryTake(out ScoreWindow? pooled) ? pooled : new ScoreWindow();
        _lent.Add(window);
        return window;
    }

    /// <summary>A window of flags, the borrower's own until the search ends; whatever it holds.</summary>
    public FlagWindow RentFlags()
    {
        FlagWindow window = pool.Flags.TryTake(out FlagWindow? pooled) ? pooled : new FlagWindow();
        _lentFlags.Add(window);
        return window;
    }

    /// <summary>A list, the borrower's own until the search ends.</summary>
    public Candidates RentList()
    {
        Candidates list = pool.Lists.TryTake(out Candidates? pooled) ? pooled : new Candidates();
        list.Clear();
        _lentLists.Add(list);
        return list;
    }

    /// <summary>An empty bit set, the borrower's own until the search ends.</summary>
    public FixedBitSet RentBits(int length)
    {
        ulong[] words = ArrayPool<ulong>.Shared.Rent(FixedBitSet.WordCount(length));
        Array.Clear(words);
        _lentWords.Add(words);
        return new FixedBitSet(words, length);
    }

    /// <summary>Gives all back, windows empty.</summary>
    public void Dispose()
    {
        foreach (ScoreWindow window in _lent)
        {
            window.Clear();
            pool.Windows.Add(window);
        }
        _lent.Clear();
        foreach (Candidates list in _lentLists)
            pool.Lists.Add(list);
        _lentLists.Clear();
        foreach (FlagWindow window in _lentFlags)
            pool.Flags.Add(window);
        _lentFlags.Clear();
        foreach (ulong[] words in _lentWords)
            ArrayPool<ulong>.Shared.Return(words);
        _lentWords.Clear();
    }
}
