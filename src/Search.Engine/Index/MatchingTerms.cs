namespace Search.Engine.Index;

/// <summary>Walks the terms of one field in one segment that belong to a set, in order.</summary>
/// <remarks>One thread at a time; <see cref="Term"/> is valid until the next move.</remarks>
internal abstract class MatchingTerms
{
    /// <summary>The current term.</summary>
    public abstract ReadOnlySpan<byte> Term { get; }

    /// <summary>Statistics and place of the current term.</summary>
    public abstract TermState State { get; }

    /// <summary>Where the set's automaton stands behind the current term; 0 when none was needed.</summary>
    public virtual int AutomatonState => 0;

    /// <summary>Moves to the next term of the set; false after the last.</summary>
    public abstract bool Next();

    /// <summary>Gives the walk back to where it came from, which may hand it out again: the caller uses it no more.</summary>
    public virtual void Release()
    {
    }
}
