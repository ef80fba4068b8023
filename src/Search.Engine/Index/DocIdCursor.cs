namespace Search.Engine.Index;

/// <summary>Walks ascending document ids of one segment.</summary>
/// <remarks>Starts before the first document, at -1. One thread at a time.</remarks>
public abstract class DocIdCursor
{
    /// <summary>The id behind the last document: the cursor is exhausted.</summary>
    public const int NoMoreDocs = int.MaxValue;

    /// <summary>Where the cursor stands: -1 at the start, <see cref="NoMoreDocs"/> at the end.</summary>
    public abstract int DocId { get; }

    /// <summary>Upper estimate of the number of documents.</summary>
    public abstract long Cost { get; }

    /// <summary>Moves to the next document.</summary>
    public abstract int NextDoc();

    /// <summary>Moves to the first document that is at least <paramref name="target"/>, which is beyond <see cref="DocId"/>.</summary>
    public abstract int Advance(int target);
}
