using Search.Engine.Index;

namespace Search.Engine.Search.Weights;

/// <summary>Walks the terms of one field in one segment that fit a multi-term query, in order.</summary>
internal abstract class MatchingTerms
{
    /// <summary>Statistics and place of the current term.</summary>
    public abstract TermState State { get; }

    /// <summary>Moves to the next term that fits; false after the last.</summary>
    public abstract bool Next();
}
