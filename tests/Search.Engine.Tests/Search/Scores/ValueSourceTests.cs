using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Values;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Util;

namespace Search.Engine.Tests.Search.Scores;

public sealed class ValueSourceTests : IDisposable
{
    private static readonly ValueSource N = ValueSource.Integers("n");

    // Documents 0 to 2 have the numbers 10, 0 and -4; document 3 has none.
    private readonly IndexReader _reader = Write();

    [Fact]
    public void Columns_give_integers_and_floats_of_both_widths()
    {
        Assert.Equal([10, 0, -4, null], ValuesOf(N));
        Assert.Equal([1.5, -2.25, null, null], ValuesOf(ValueSource.Doubles("double")));
        Assert.Equal([0.5, null, 3e10f, null], ValuesOf(ValueSource.Singles("single")));
        Assert.Equal([null, null, null, null], ValuesOf(ValueSource.Integers("nowhere")));
    }

    [Fact]
    public void Of_several_values_of_a_document_the_smallest_or_the_largest_counts()
    {
        Assert.Equal([2, 7, null, null], ValuesOf(ValueSource.Integers("several")));
        Assert.Equal([9, 7, null, null], ValuesOf(ValueSource.Integers("several", SortSelector.Max)));
        Assert.Equal([-1.5, null, null, null], ValuesOf(ValueSource.Doubles("doubles")));
        Assert.Equal([2.5, null, null, null], ValuesOf(ValueSource.Doubles("doubles", SortSelector.Max)));
    }

    [Fact]
    public void Arithmetic_takes_the_values_that_are_there()
    {
        ValueSource other = ValueSource.Doubles("double");
        Assert.Equal([11.5, -2.25, -4, null], ValuesOf(ValueSource.Sum(N, other)));
        Assert.Equal([15, 0, -4, null], ValuesOf(ValueSource.Product(N, other)));
        Assert.Equal([1.5, -2.25, -4, null], ValuesOf(ValueSource.Smallest(N, other)));
        Assert.Equal([10, 0, -4, null], ValuesOf(ValueSource.Largest(N, other)));
        Assert.Equal([10, 0, -4, 6], ValuesOf(N.OrElse(6)));
        Assert.Equal([20, 0, -8, 2], ValuesOf(N.Times(2)));
        Assert.Equal([100, 0, 16, null], ValuesOf(N.Map("square", x => x * x)));
    }

    [Fact]
    public void Saturation_sigmoid_and_logarithm_follow_their_formulas()
    {
        Assert.Equal([10 / 12.0, 0, 2, null], ValuesOf(N.Saturated(2)));
        Assert.Equal([100 / 125.0, 0, 16 / 41.0, null], ValuesOf(N.Sigmoid(5, 2)));
        Assert.Equal([Math.Log(11), 0, double.NaN, null], ValuesOf(N.Log1P()));
        Assert.Equal(1e-20, ValuesOf(ValueSource.Constant(1e-20).Log1P())[0]);
        Assert.Equal(1e-9, ValuesOf(ValueSource.Constant(1e-9).Log1P())[0]!.Value, 1e-17);
        Assert.Equal(double.PositiveInfinity, ValuesOf(ValueSource.Constant(double.PositiveInfinity).Log1P())[0]);
    }

    // At the distance scale + offset the value is the decay, whatever the shape; the other figures are worked out by hand.
    [Theory]
    [InlineData(DecayShape.Exponential, 0.25)]
    [InlineData(DecayShape.Gaussian, 0.0625)]
    [InlineData(DecayShape.Linear, 0.0)]
    public void Decay_is_one_near_the_origin_and_as_asked_at_the_scale(DecayShape shape, double atTwoScales)
    {
        double? At(double distance) => ValuesOf(ValueSource.Constant(100 + distance).Decay(shape, origin: 100, scale: 8, offset: 2, decay: 0.5))[0];
        Assert.Equal(1, At(0));
        Assert.Equal(1, At(2));
        Assert.Equal(1, At(-2));
        Assert.Equal(0.5, At(10)!.Value, 1e-15);
        Assert.Equal(0.5, At(-10)!.Value, 1e-15);
        Assert.Equal(atTwoScales, At(18)!.Value, 1e-15);
        Assert.True(At(5) > At(6));
    }

    [Fact]
    public void Documents_without_a_value_do_not_decay() => Assert.Equal([null], ValuesOf(N.Decay(DecayShape.Linear, 0, 1))[3..]);

    [Fact]
    public void Another_query_gives_its_score_or_a_choice()
    {
        var query = new TermQuery(new Term("f", "a"));
        float score = new IndexSearcher(_reader).Search(query, 1).ScoreDocs[0].Score;
        Assert.Equal([score, null, null, null], ValuesOf(ValueSource.ScoreOf(query)));
        Assert.Equal([3, 0.5, 0.5, 0.5], ValuesOf(ValueSource.IfMatches(query, 3, 0.5)));
        Assert.Equal([1, 1, 1, 1], ValuesOf(ValueSource.IfMatches(new TermQuery(new Term("f", "nowhere")), 3)));
    }

    [Fact]
    public void Arguments_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ValueSource.Sum());
        Assert.All([0, -1, double.NaN, double.PositiveInfinity], pivot => Assert.Throws<ArgumentOutOfRangeException>(() => N.Saturated(pivot)));
        Assert.Throws<ArgumentOutOfRangeException>(() => N.Sigmoid(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => N.Decay(DecayShape.Linear, double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => N.Decay(DecayShape.Linear, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => N.Decay(DecayShape.Linear, 0, 1, -1));
        Assert.All([0, 1, 2], decay => Assert.Throws<ArgumentOutOfRangeException>(() => N.Decay(DecayShape.Gaussian, 0, 1, 0, decay)));
    }

    [Fact]
    public void Sources_print_what_they_are()
    {
        var query = new TermQuery(new Term("f", "a"));
        Assert.Equal("double(n)", N.ToString());
        Assert.Equal("constant(0.1)", ValueSource.Constant(0.1).ToString());
        Assert.Equal("scores", ValueSource.Score.ToString());
        Assert.Equal("score(f:a)", ValueSource.ScoreOf(query).ToString());
        Assert.Equal("sum(double(n), scores)", ValueSource.Sum(N, ValueSource.Score).ToString());
        Assert.Equal("default(saturation(double(n), 2.0), 1.0)", N.Saturated(2).OrElse(1).ToString());
        Assert.Equal("gauss(double(n), origin=5.0, scale=2.0, offset=0.0, decay=0.5)", N.Decay(DecayShape.Gaussian, 5, 2).ToString());
    }

    [Fact]
    public void Sources_that_mean_the_same_are_equal()
    {
        var query = new TermQuery(new Term("f", "a"));
        Func<double, double> own = x => x + 1;
        Func<ValueSource>[] makers =
        [
            () => ValueSource.Integers("n"), () => ValueSource.Integers("m"), () => ValueSource.Doubles("n"), () => ValueSource.Singles("n"),
            () => ValueSource.Integers("n", SortSelector.Max), () => ValueSource.Constant(1), () => ValueSource.Constant(2), () => ValueSource.Score,
            () => ValueSource.ScoreOf(query), () => ValueSource.IfMatches(query, 1, 2), () => ValueSource.IfMatches(query, 2, 1),
            () => ValueSource.Sum(N, ValueSource.Score), () => ValueSource.Product(N, ValueSource.Score), () => ValueSource.Smallest(N, ValueSource.Score),
            () => ValueSource.Largest(N, ValueSource.Score), () => ValueSource.Sum(ValueSource.Score, N), () => N.OrElse(1), () => N.OrElse(2),
            () => N.Saturated(1), () => N.Saturated(2), () => N.Sigmoid(1, 2), () => N.Log1P(), () => N.Map("log1p", own), () => N.Map("own", own),
            () => N.Decay(DecayShape.Linear, 1, 2), () => N.Decay(DecayShape.Gaussian, 1, 2), () => N.Decay(DecayShape.Linear, 2, 2),
        ];
        for (var i = 0; i < makers.Length; i++)
        {
            for (var j = 0; j < makers.Length; j++)
                Assert.True(makers[i]().Equals(makers[j]()) == (i == j), $"{makers[i]()} and {makers[j]()}");
            Assert.Equal(makers[i]().GetHashCode(), makers[i]().GetHashCode());
        }
    }

    public void Dispose() => _reader.Dispose();

    private List<double?> ValuesOf(ValueSource source)
    {
        ValueSource bound = source.Bind(new IndexSearcher(_reader));
        var values = new List<double?>();
        foreach (Leaf leaf in _reader.Leaves)
        {
            LeafValues open = bound.Open(leaf);
            for (var doc = 0; doc < leaf.Reader.MaxDoc; doc++)
                values.Add(open.TryGet(doc, 0, out double value) && open.TryGet(doc, 0, out double again) && again.Equals(value) ? value : null);
        }
        return values;
    }

    private static DirectoryReader Write()
    {
        var directory = new MemoryDirectory();
        using IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = new WhitespaceAnalyzer() });
        writer.AddDocument(
        [
            Field.CreateText("f", "a b"), Field.CreateColumn("n", 10), Field.CreateColumn("double", BitConverter.DoubleToInt64Bits(1.5)),
            Field.CreateColumn("single", BitConverter.SingleToInt32Bits(0.5f)), Field.CreateColumn("several", 9, multiValued: true),
            Field.CreateColumn("several", 2, multiValued: true), Field.CreateColumn("doubles", NumericBytes.SortableBits(2.5), multiValued: true),
            Field.CreateColumn("doubles", NumericBytes.SortableBits(-1.5), multiValued: true),
        ]);
        writer.AddDocument(
        [
            Field.CreateText("f", "b"), Field.CreateColumn("n", 0), Field.CreateColumn("double", BitConverter.DoubleToInt64Bits(-2.25)),
            Field.CreateColumn("several", 7, multiValued: true),
        ]);
        writer.Flush();
        writer.AddDocument([Field.CreateColumn("n", -4), Field.CreateColumn("single", BitConverter.SingleToInt32Bits(3e10f))]);
        writer.AddDocument([Field.CreateText("f", "b")]);
        writer.Commit();
        return DirectoryReader.Open(directory);
    }
}
