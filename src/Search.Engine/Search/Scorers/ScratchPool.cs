using System.Collections.Concurrent;

namespace Search.Engine.Search.Scorers;

/// <summary>Scratch memory that the searches of one searcher pass on to each other.</summary>
/// <remarks>Shareable. Never holds more than the searches that ran side by side have needed.</remarks>
internal sealed class ScratchPool
{
    /// <summary>Empty windows.</summary>
    public ConcurrentBag<ScoreWindow> Windows { get; } = [];

    /// <summary>Windows of flags, whatever they hold.</summary>
    public ConcurrentBag<FlagWindow> Flags { get; } = [];

    /// <summary>Lists, whatever they hold.</summary>
    public ConcurrentBag<Candidates> Lists { get; } = [];
}
