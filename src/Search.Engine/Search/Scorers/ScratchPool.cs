using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Scratch memory that the searches of one searcher pass on to each other.</summary>
/// <remarks>Shareable. Never holds more than the searches that ran side by side have needed, nor more than some megabytes.</remarks>
internal sealed class ScratchPool
{
    private const int Most = 64;
    private const int MostScores = 256; // one for each term
    private const int MostBlocks = 256; // some for each term of a phrase

    private readonly Pool<WindowArena> _arenas = new(Most);

    /// <summary>Empty windows.</summary>
    public Pool<ScoreWindow> Windows { get; } = new(Most);

    /// <summary>Windows of flags, whatever they hold.</summary>
    public Pool<FlagWindow> Flags { get; } = new(Most);

    /// <summary>Lists, whatever they hold.</summary>
    public Pool<Candidates> Lists { get; } = new(Most);

    /// <summary>Room for scores of blocks, whatever it holds.</summary>
    public Pool<BlockScores> Scores { get; } = new(MostScores);

    /// <summary>Room for the numbers of blocks, whatever it holds.</summary>
    public Pool<int[]> Blocks { get; } = new(MostBlocks);

    /// <summary>Room for the documents of windows, whatever it holds.</summary>
    public Pool<int[]> Docs { get; } = new(Most);

    /// <summary>Room for scores of windows, whatever it holds.</summary>
    public Pool<float[]> Floats { get; } = new(Most);

    /// <summary>Lists of terms, whatever they hold.</summary>
    public Pool<List<TermState>> States { get; } = new(Most);

    /// <summary>What a search lends; disposing it gives all back.</summary>
    public WindowArena Open(SearchBudget budget)
    {
        if (!_arenas.TryTake(out WindowArena? arena))
            return new WindowArena(this, budget);
        arena.Budget = budget;
        return arena;
    }

    /// <summary>Takes an arena back that has given back all that it lent.</summary>
    public void Give(WindowArena arena) => _arenas.Give(arena);
}
