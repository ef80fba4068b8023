using Search.Engine.Search;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Tests.Infrastructure;

/// <summary>What scorers borrow from, outside a search.</summary>
internal static class Arenas
{
    /// <summary>An arena without limits.</summary>
    /// <param name="pool">Null: one of its own.</param>
    public static WindowArena Open(ScratchPool? pool = null) => (pool ?? new ScratchPool()).Open(new SearchBudget(limits: null, TimeProvider.System, default));
}
