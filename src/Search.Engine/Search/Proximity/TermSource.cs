using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Proximity;

/// <summary>One word.</summary>
internal sealed class TermSource(string text) : IntervalSource
{
    private readonly byte[] _bytes = System.Text.Encoding.UTF8.GetBytes(text);

    /// <summary>The word as it stands in the index.</summary>
    public string Text { get; } = text;

    internal override int MinExtent => 1;

    public override string ToString() => Text;

    internal override IntervalMatcher? Open(IntervalContext context) =>
        context.Terms() is { } terms && terms.TryGet(_bytes, out TermState state)
            ? new TermMatcher(terms.Postings(state, context.Detail), context.HasOffsets)
            : null;

    internal override void AddCost(QueryCost cost) => cost.AddClause();

    private protected override bool EqualsSameKind(IntervalSource other) => Text == ((TermSource)other).Text;

    private protected override int HashOfContent() => Text.GetHashCode(StringComparison.Ordinal);
}
