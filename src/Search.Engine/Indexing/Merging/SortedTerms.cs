namespace Search.Engine.Indexing.Merging;

/// <summary>Distinct byte strings of one segment in ascending order, before the first.</summary>
internal abstract class SortedTerms
{
    /// <summary>The current string; valid until the next move.</summary>
    public abstract ReadOnlySpan<byte> Term { get; }

    /// <summary>Moves to the next string; false after the last.</summary>
    public abstract bool Next();
}
