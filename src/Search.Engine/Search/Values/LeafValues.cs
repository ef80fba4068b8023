namespace Search.Engine.Search.Values;

/// <summary>The values of a <see cref="ValueSource"/> in one segment.</summary>
/// <remarks>One thread; documents must not descend.</remarks>
internal abstract class LeafValues
{
    /// <summary>The value of a document.</summary>
    /// <param name="score">The document's score; 0 for sources that do not need it.</param>
    /// <returns>Whether it has one.</returns>
    public abstract bool TryGet(int docId, float score, out double value);
}
