using Search.Engine.Index;

namespace Search.Engine.Search.Values;

/// <summary>The score of the query around it.</summary>
internal sealed class ScoreValueSource : ValueSource
{
    internal override bool NeedsScores => true;

    public override string ToString() => "scores";

    internal override LeafValues Open(Leaf leaf) => new Scores();

    internal override Explanation Explain(Leaf leaf, int docId, Explanation score) => score;

    private protected override bool EqualsSameKind(ValueSource other) => true;

    private protected override int HashOfContent() => 0;

    private sealed class Scores : LeafValues
    {
        public override bool TryGet(int docId, float score, out double value)
        {
            value = score;
            return true;
        }
    }
}
