using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Values;

namespace Search.Engine.Tests.Search.Scores;

/// <summary>Random queries on a <see cref="FamilyIndex"/> with function scores, joins, columns and what combines them.</summary>
internal sealed class FamilyQueries(int seed)
{
    private static readonly ParentFilter Parents = new(new TermQuery(new Term("kind", "parent")));
    private static readonly (string, float)[][] Fields = [[("f", 1f)], [("f", 2.5f)], [("f", 1f), ("g", 3f)], [("g", 1f), ("h", 1.1f)], [("h", 2f)], [("f", 1.7f), ("g", 1.3f), ("nowhere", 2f)]];

    private readonly Random _random = new(seed);

    /// <summary>A query nested at most so deep.</summary>
    public Query Next(int depth = 3) => depth == 0 || _random.Next(5) == 0 ? Leaf() : _random.Next(12) switch
    {
        0 => new FunctionScoreQuery(Next(depth - 1), Values(2)),
        1 => FunctionScoreQuery.BoostByValue(Next(depth - 1), Values(2)),
        2 => new BoostingQuery(Next(depth - 1), Next(depth - 1), _random.Next(11) / 10f),
        3 => new CoveringQuery(Several(() => Next(depth - 1)), Minimum()),
        4 => new BoostQuery(Next(depth - 1), _random.Next(40) / 10f),
        5 => new ConstantScoreQuery(Next(depth - 1)),
        6 => new DisjunctionMaxQuery(Several(() => Next(depth - 1)), _random.Next(3) / 3f),
        7 => new ToParentBlockJoinQuery(Among("child", Next(depth - 1)), Parents, (ChildScores)_random.Next(5)),
        8 => new ToChildBlockJoinQuery(Among("parent", Next(depth - 1)), Parents),
        _ => new BooleanQuery(Several(() => new BooleanClause(Next(depth - 1), (Occur)_random.Next(4))), _random.Next(3) == 0 ? _random.Next(3) : 0),
    };

    private Query Leaf() => _random.Next(14) switch
    {
        0 => new ColumnRangeQuery(_random.Next(2) == 0 ? "n" : "m", _random.Next(6), _random.Next(4, 14)),
        1 => new ColumnNumbersQuery(_random.Next(2) == 0 ? "n" : "m", _random.Next(9), _random.Next(9), 100),
        2 => new ColumnTermsQuery(_random.Next(2) == 0 ? "k" : "t", $"k{_random.Next(30)}", $"t{_random.Next(12)}", "nowhere"),
        3 => new ColumnTextRangeQuery("k", $"k{_random.Next(30)}", _random.Next(3) == 0 ? null : $"k{_random.Next(30)}", _random.Next(2) == 0, _random.Next(2) == 0),
        4 => new ColumnTextRangeQuery("t", _random.Next(3) == 0 ? null : "t1", "t5", _random.Next(2) == 0, _random.Next(2) == 0),
        5 => PointSetQuery.Int64("n", _random.Next(12), _random.Next(12), -1),
        6 => new MatchAllQuery(),
        7 => new PhraseQuery("f", _random.Next(3), FamilyIndex.Word(_random), FamilyIndex.Word(_random)),
        8 or 9 => new CombinedFieldsQuery(Fields[_random.Next(Fields.Length)], [.. Several(() => FamilyIndex.Word(_random))]),
        10 => CoveringQuery.OfTerms("f", Several(() => FamilyIndex.Word(_random)), Minimum()),
        _ => new TermQuery(new Term("f", FamilyIndex.Word(_random))),
    };

    private ValueSource Values(int depth) => depth == 0 || _random.Next(3) == 0 ? Value() : _random.Next(9) switch
    {
        0 => ValueSource.Sum(Values(depth - 1), Values(depth - 1)),
        1 => ValueSource.Product(Values(depth - 1), Values(depth - 1), Value()),
        2 => ValueSource.Smallest(Values(depth - 1), Values(depth - 1)),
        3 => ValueSource.Largest(Values(depth - 1), Values(depth - 1)),
        4 => Values(depth - 1).OrElse(_random.Next(3)),
        5 => Values(depth - 1).Saturated(2),
        6 => Values(depth - 1).Sigmoid(3, 1.5),
        7 => Values(depth - 1).Log1P(),
        _ => Values(depth - 1).Decay((DecayShape)_random.Next(3), 4, 3, _random.Next(2)),
    };

    private ValueSource Value() => _random.Next(7) switch
    {
        0 => ValueSource.Integers("n"),
        1 => ValueSource.Doubles("x"),
        2 => ValueSource.Integers("m", _random.Next(2) == 0 ? SortSelector.Min : SortSelector.Max),
        3 => ValueSource.Constant(_random.Next(5)),
        4 => ValueSource.ScoreOf(Next(1)),
        5 => ValueSource.IfMatches(Next(1), 2, 0.5),
        _ => ValueSource.Score,
    };

    private ValueSource Minimum() => _random.Next(3) switch
    {
        0 => ValueSource.Integers("n"),
        1 => ValueSource.Doubles("x").OrElse(1),
        _ => ValueSource.Constant(_random.Next(3)),
    };

    private static BooleanQuery Among(string kind, Query query) =>
        new([new(query, Occur.Must), new(new TermQuery(new Term("kind", kind)), Occur.Filter)]);

    private List<T> Several<T>(Func<T> make) => [.. Enumerable.Range(0, _random.Next(1, 5)).Select(_ => make())];
}
