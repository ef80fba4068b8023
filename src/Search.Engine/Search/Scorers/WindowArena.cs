using System.Collections.Concurrent;

namespace Search.Engine.Search.Scorers;

/// <summary>What weights and scorers of one search share: windows, given back when it ends, and what it may still spend.</summary>
/// <remarks>One thread; the pool behind it is shared.</remarks>
internal sealed class WindowArena(ConcurrentBag<ScoreWindow> pool, SearchBudget budget) : IDisposable
{
    private readonly List<ScoreWindow> _lent = [];

    /// <summary>What the search may still spend.</summary>
    public SearchBudget Budget => budget;

    /// <summary>An empty window, the borrower's own until the search ends.</summary>
    public ScoreWindow Rent()
    {
        ScoreWindow window = pool.TryTake(out ScoreWindow? pooled) ? pooled : new ScoreWindow();
        _lent.Add(window);
        return window;
    }

    /// <summary>Empties all lent windows and gives them back.</summary>
    public void Dispose()
    {
        foreach (ScoreWindow window in _lent)
        {
            window.Clear();
            pool.Add(window);
        }
        _lent.Clear();
    }
}
