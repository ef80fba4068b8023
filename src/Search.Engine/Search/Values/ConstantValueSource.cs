using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Values;

/// <summary>One number for all documents.</summary>
internal sealed class ConstantValueSource(double value) : ValueSource
{
    /// <summary>The number.</summary>
    public double Value => value;

    public override string ToString() => $"constant({QueryText.Number(value)})";

    internal override LeafValues Open(Leaf leaf) => new SameForAll(value);

    private protected override bool EqualsSameKind(ValueSource other) => value.Equals(((ConstantValueSource)other).Value);

    private protected override int HashOfContent() => value.GetHashCode();

    private sealed class SameForAll(double constant) : LeafValues
    {
        public override bool TryGet(int docId, float score, out double value)
        {
            value = constant;
            return true;
        }
    }
}
