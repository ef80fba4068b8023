using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Values;

/// <summary>A function of the values of a source.</summary>
internal sealed class MappedValueSource : ValueSource
{
    private readonly ValueSource _source;
    private readonly string _name;
    private readonly double[] _parameters;
    private readonly Func<double, double> _function;

    // Functions of this engine are what their name and parameters say; a caller's own are told apart by identity.
    private readonly bool _isOwn;

    public MappedValueSource(ValueSource source, string name, double[] parameters, Func<double, double> function)
        : this(source, name, parameters, function, isOwn: false)
    {
    }

    private MappedValueSource(ValueSource source, string name, double[] parameters, Func<double, double> function, bool isOwn)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(function);
        _source = source;
        _name = name;
        _parameters = parameters;
        _function = function;
        _isOwn = isOwn;
    }

    internal override bool NeedsScores => _source.NeedsScores;

    public static MappedValueSource Saturation(ValueSource source, double pivot)
    {
        CheckPositive(pivot, nameof(pivot));
        return new MappedValueSource(source, "saturation", [pivot], value => value / (value + pivot), isOwn: true);
    }

    public static MappedValueSource Sigmoid(ValueSource source, double pivot, double exponent)
    {
        CheckPositive(pivot, nameof(pivot));
        CheckPositive(exponent, nameof(exponent));
        double raisedPivot = Math.Pow(pivot, exponent);
        return new MappedValueSource(source, "sigmoid", [pivot, exponent], Of, isOwn: true);

        double Of(double value)
        {
            double raised = Math.Pow(value, exponent);
            return raised / (raised + raisedPivot);
        }
    }

    public static MappedValueSource Log1P(ValueSource source) => new(source, "log1p", [], LogOfOnePlus, isOwn: true);

    public override string ToString() =>
        $"{_name}({string.Join(", ", [_source.ToString(), .. _parameters.Select(QueryText.Number)])})";

    internal override ValueSource Bind(IndexSearcher searcher) =>
        new MappedValueSource(_source.Bind(searcher), _name, _parameters, _function, _isOwn);

    internal override void AddCost(QueryCost cost) => _source.AddCost(cost);

    internal override LeafValues Open(Leaf leaf) => new Mapped(_source.Open(leaf), _function);

    internal override Explanation Explain(Leaf leaf, int docId, Explanation score) =>
        Explain(leaf, docId, score, [_source.Explain(leaf, docId, score)]);

    private protected override bool EqualsSameKind(ValueSource other)
    {
        var that = (MappedValueSource)other;
        return _name == that._name
            && _source.Equals(that._source)
            && _parameters.AsSpan().SequenceEqual(that._parameters)
            && (_isOwn ? that._isOwn : _function == that._function);
    }

    private protected override int HashOfContent()
    {
        HashCode hash = default;
        hash.Add(_name, StringComparer.Ordinal);
        hash.Add(_source);
        foreach (double parameter in _parameters)
            hash.Add(parameter);
        return hash.ToHashCode();
    }

    // 1 + x loses the last digits of a small x; the quotient makes good what the logarithm of the rounded sum lacks.
    private static double LogOfOnePlus(double x)
    {
        double sum = 1 + x;
        return sum == 1 || double.IsInfinity(sum) ? x : Math.Log(sum) * (x / (sum - 1));
    }

    private static void CheckPositive(double value, string name)
    {
        if (!double.IsFinite(value) || value <= 0)
            throw new ArgumentOutOfRangeException(name, value, "finite and above 0");
    }

    private sealed class Mapped(LeafValues values, Func<double, double> function) : LeafValues
    {
        public override bool TryGet(int docId, float score, out double value)
        {
            if (!values.TryGet(docId, score, out value))
                return false;
            value = function(value);
            return true;
        }
    }
}
