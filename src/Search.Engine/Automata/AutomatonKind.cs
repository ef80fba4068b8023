namespace Search.Engine.Automata;

/// <summary>Sets of terms that need no automaton to be found, and those that do.</summary>
internal enum AutomatonKind
{
    /// <summary>No term.</summary>
    Nothing,

    /// <summary>Every term.</summary>
    Everything,

    /// <summary>One term.</summary>
    Single,

    /// <summary>The terms that start with some bytes.</summary>
    Prefix,

    /// <summary>Any other set.</summary>
    Pattern,
}
