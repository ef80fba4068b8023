using Search.Engine.Search.Values;

namespace Search.Engine.Search.Scorers;

/// <summary>Values of a segment as scores.</summary>
internal sealed class FunctionScores(LeafValues values, float boost)
{
    /// <summary>The value times the boost; 0 without a value and for one that is negative or not a number.</summary>
    /// <param name="score">What the document scores by itself.</param>
    public float Of(int docId, float score) =>
        values.TryGet(docId, score, out double value) && value > 0 ? (float)(value * boost) : 0f;
}
