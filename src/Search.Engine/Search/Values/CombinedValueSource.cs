using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Values;

/// <summary>How a <see cref="CombinedValueSource"/> makes one value of several.</summary>
internal enum Combination
{
    Sum,
    Product,
    Min,
    Max,
}

/// <summary>One value made of those that a document has, in the order of the sources.</summary>
internal sealed class CombinedValueSource : ValueSource
{
    private readonly Combination _combination;
    private readonly ValueSource[] _sources;

    public CombinedValueSource(Combination combination, IReadOnlyList<ValueSource> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        if (sources.Count == 0)
            throw new ArgumentException("nothing to combine", nameof(sources));
        _combination = combination;
        _sources = [.. sources];
        foreach (ValueSource source in _sources)
            ArgumentNullException.ThrowIfNull(source, nameof(sources));
        NeedsScores = Array.Exists(_sources, source => source.NeedsScores);
    }

    internal override bool NeedsScores { get; }

    public override string ToString()
    {
        string name = _combination switch { Combination.Sum => "sum", Combination.Product => "product", Combination.Min => "min", _ => "max" };
        return $"{name}({string.Join(", ", _sources.AsEnumerable())})";
    }

    internal override ValueSource Bind(IndexSearcher searcher) =>
        new CombinedValueSource(_combination, [.. _sources.Select(source => source.Bind(searcher))]);

    internal override void AddCost(QueryCost cost)
    {
        foreach (ValueSource source in _sources)
            source.AddCost(cost);
    }

    internal override LeafValues Open(Leaf leaf) => new Combined(_combination, [.. _sources.Select(source => source.Open(leaf))]);

    internal override Explanation Explain(Leaf leaf, int docId, Explanation score) =>
        Explain(leaf, docId, score, [.. _sources.Select(source => source.Explain(leaf, docId, score)).Where(part => part.IsMatch)]);

    private protected override bool EqualsSameKind(ValueSource other)
    {
        var that = (CombinedValueSource)other;
        return _combination == that._combination && _sources.AsSpan().SequenceEqual(that._sources);
    }

    private protected override int HashOfContent()
    {
        HashCode hash = default;
        hash.Add(_combination);
        foreach (ValueSource source in _sources)
            hash.Add(source);
        return hash.ToHashCode();
    }

    private sealed class Combined(Combination combination, LeafValues[] sources) : LeafValues
    {
        public override bool TryGet(int docId, float score, out double value)
        {
            var any = false;
            value = 0;
            foreach (LeafValues source in sources)
            {
                if (!source.TryGet(docId, score, out double part))
                    continue;
                value = any ? Join(value, part) : part;
                any = true;
            }
            return any;
        }

        private double Join(double left, double right) => combination switch
        {
            Combination.Sum => left + right,
            Combination.Product => left * right,
            Combination.Min => Math.Min(left, right),
            _ => Math.Max(left, right),
        };
    }
}
