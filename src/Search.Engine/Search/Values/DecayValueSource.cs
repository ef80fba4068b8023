using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Values;

/// <summary>Values that fall with the distance from an origin; formulas: <see cref="DecayShape"/>.</summary>
internal sealed class DecayValueSource : ValueSource
{
    private readonly ValueSource _source;
    private readonly DecayShape _shape;
    private readonly double _origin;
    private readonly double _scale;
    private readonly double _offset;
    private readonly double _decay;

    // What the formula makes of scale and decay alone.
    private readonly double _slope;

    public DecayValueSource(ValueSource source, DecayShape shape, double origin, double scale, double offset, double decay)
    {
        if (!Enum.IsDefined(shape))
            throw new ArgumentOutOfRangeException(nameof(shape));
        if (!double.IsFinite(origin))
            throw new ArgumentOutOfRangeException(nameof(origin), origin, "finite");
        if (!double.IsFinite(scale) || scale <= 0)
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "finite and above 0");
        if (!double.IsFinite(offset) || offset < 0)
            throw new ArgumentOutOfRangeException(nameof(offset), offset, "finite and at least 0");
        if (!(decay > 0 && decay < 1))
            throw new ArgumentOutOfRangeException(nameof(decay), decay, "between 0 and 1, both excluded");
        _source = source;
        _shape = shape;
        _origin = origin;
        _scale = scale;
        _offset = offset;
        _decay = decay;
        _slope = shape switch
        {
            DecayShape.Exponential => Math.Log(decay) / scale,
            DecayShape.Gaussian => 0.5 * scale * scale / Math.Log(decay),
            _ => scale / (1 - decay),
        };
    }

    internal override bool NeedsScores => _source.NeedsScores;

    public override string ToString()
    {
        string name = _shape switch { DecayShape.Exponential => "exp", DecayShape.Gaussian => "gauss", _ => "linear" };
        return $"{name}({_source}, origin={QueryText.Number(_origin)}, scale={QueryText.Number(_scale)}, "
            + $"offset={QueryText.Number(_offset)}, decay={QueryText.Number(_decay)})";
    }

    internal override ValueSource Bind(IndexSearcher searcher) =>
        new DecayValueSource(_source.Bind(searcher), _shape, _origin, _scale, _offset, _decay);

    internal override void AddCost(QueryCost cost) => _source.AddCost(cost);

    internal override LeafValues Open(Leaf leaf) => new Decaying(_source.Open(leaf), this);

    internal override Explanation Explain(Leaf leaf, int docId, Explanation score) =>
        Explain(leaf, docId, score, [_source.Explain(leaf, docId, score)]);

    private double Of(double value)
    {
        double distance = Math.Max(0, Math.Abs(value - _origin) - _offset);
        return _shape switch
        {
            DecayShape.Exponential => Math.Exp(_slope * distance),
            DecayShape.Gaussian => Math.Exp(0.5 * distance * distance / _slope),
            _ => Math.Max(0, (_slope - distance) / _slope),
        };
    }

    private protected override bool EqualsSameKind(ValueSource other)
    {
        var that = (DecayValueSource)other;
        return _shape == that._shape
            && _source.Equals(that._source)
            && (_origin, _scale, _offset, _decay) == (that._origin, that._scale, that._offset, that._decay);
    }

    private protected override int HashOfContent() => HashCode.Combine(_source, _shape, _origin, _scale, _offset, _decay);

    private sealed class Decaying(LeafValues values, DecayValueSource source) : LeafValues
    {
        public override bool TryGet(int docId, float score, out double value)
        {
            if (!values.TryGet(docId, score, out value))
                return false;
            value = source.Of(value);
            return true;
        }
    }
}
