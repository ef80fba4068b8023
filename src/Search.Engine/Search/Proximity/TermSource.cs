using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Proximity;

/// <summary>One word.</summary>
internal sealed class TermSource(string text) : IntervalSource
{
    private readonly string _text = text;
    private readonly byte[] _bytes = System.Text.Encoding.UTF8.GetBytes(text);

    internal override int MinExtent => 1;

    public override string ToString() => _text;

    internal override IntervalMatcher? Open(IntervalContext context) =>
        context.Terms() is { } terms && terms.TryGet(_bytes, out TermState state)
            ? new TermMatcher(terms.Postings(state, context.Detail), context.HasOffsets)
            : null;

    internal override void AddCost(QueryCost cost) => cost.AddClause();

    private protected override bool EqualsSameKind(IntervalSource other) => _text == ((TermSource)other)._text;

    private protected override int HashOfContent() => _text.GetHashCode(StringComparison.Ordinal);
}
