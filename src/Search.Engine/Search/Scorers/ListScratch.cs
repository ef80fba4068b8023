namespace Search.Engine.Search.Scorers;

/// <summary>What it takes to list documents beside a search: room that is empty between uses, and the budget that may end it.</summary>
internal sealed class ListScratch(WindowArena arena)
{
    /// <summary>An empty window; empty again after each use.</summary>
    public ScoreWindow Window { get; } = arena.Rent();

    /// <summary>A list; whoever uses it clears it first.</summary>
    public Candidates List { get; } = arena.RentList();

    /// <summary>What the search may still spend.</summary>
    public SearchBudget Budget { get; } = arena.Budget;
}
