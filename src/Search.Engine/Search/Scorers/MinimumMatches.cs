using Search.Engine.Search.Values;

namespace Search.Engine.Search.Scorers;

/// <summary>How many matches each document of a segment asks for.</summary>
internal sealed class MinimumMatches(LeafValues values)
{
    /// <summary>The value as an integer, towards zero, at least 1; more than any query has for a document without a value.</summary>
    public int Of(int docId) =>
        values.TryGet(docId, 0f, out double value) ? (int)Math.Clamp((long)value, 1, int.MaxValue) : int.MaxValue;
}
