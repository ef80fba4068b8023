using System.Globalization;
using Search.Engine.Tests.AgainstLucene;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>Random requests of kinds that change scores or look into columns, alone and inside others.</summary>
/// <remarks>
/// Combined fields come with one field only: with several, the oracle's version adds lengths up wrongly (search semantics
/// notes, section 2.9).
/// </remarks>
internal sealed class ScoreRequests
{
    private static readonly string[] Roles = ["MUST", "SHOULD", "SHOULD", "SHOULD", "FILTER", "MUST_NOT"];

    private readonly TextSample _sample;
    private readonly Random _random;
    private readonly ValueRequests _values;

    public ScoreRequests(TextSample sample, int seed)
    {
        _sample = sample;
        _random = new Random(seed);
        _values = new ValueRequests(_random, () => Matching(1));
    }

    /// <summary>The same requests for the same seed and sample.</summary>
    public IEnumerable<Request> Take(int count)
    {
        for (var i = 0; i < count; i++)
            yield return Request.Of("scores", Scoring(2));
    }

    private string Scoring(int depth) => _random.Next(8) switch
    {
        0 => $"{{\"function_score\":{_values.Next()},\"query\":{Tree(depth - 1)}}}",
        1 or 2 => $"{{\"function_boost\":{_values.Next()},\"query\":{Tree(depth - 1)}}}",
        3 => $"{{\"boosting\":{Tenths(0, 10)},\"query\":{Tree(depth - 1)},\"negative\":{Matching(1)}}}",
        4 => $"{{\"bm25f\":[{List(_random.Next(1, 5), () => Request.Quote(Word()))}],\"fields\":[[\"{(_random.Next(3) == 0 ? "title" : "body")}\",1.0]]}}",
        5 => $"{{\"covering\":[{List(_random.Next(1, 6), () => Tree(depth - 1))}],\"minimum\":{_values.Minimum()}}}",
        6 => $"{{\"terms_set\":[\"body\",{List(_random.Next(1, 9), () => Request.Quote(Word()))}],\"minimum\":{_values.Minimum()}}}",
        _ => Column(),
    };

    private string Tree(int depth) => depth <= 0 || _random.Next(4) == 0 ? Leaf() : _random.Next(7) switch
    {
        0 => $"{{\"dismax\":[{Tree(depth - 1)},{Scoring(depth)}],\"tie\":{Tenths(0, 10)}}}",
        1 => $"{{\"boost\":{Tenths(0, 40)},\"query\":{Scoring(depth)}}}",
        2 => $"{{\"constant\":{Scoring(depth)}}}",
        3 => Scoring(depth),
        _ => Boolean(depth),
    };

    // Queries for values: without values of their own, and without columns of several values. Where a score is asked for
    // twice (scores inside scores), Lucene asks twice whether a document matches, and such a column then has no values left.
    private string Matching(int depth) => depth == 0 || _random.Next(2) == 0 ? PlainLeaf()
        : $"{{\"bool\":[[\"SHOULD\",{PlainLeaf()}],[\"{(_random.Next(2) == 0 ? "MUST" : "SHOULD")}\",{Matching(depth - 1)}]],\"minShouldMatch\":0}}";

    private string Boolean(int depth)
    {
        string clauses = List(_random.Next(1, 5), () =>
            $"[\"{Roles[_random.Next(Roles.Length)]}\",{(_random.Next(2) == 0 ? Leaf() : Scoring(depth - 1))}]");
        return $"{{\"bool\":[{clauses}],\"minShouldMatch\":{_random.Next(4) / 2}}}";
    }

    private string Leaf() => _random.Next(6) == 0 ? Column() : PlainLeaf();

    private string PlainLeaf() => _random.Next(8) switch
    {
        0 => $"{{\"phrase\":[{string.Join(',', _sample.Run(_random, 2).Select(Request.Quote))}],\"field\":\"body\",\"slop\":{_random.Next(3)}}}",
        1 => $"{{\"int_set\":[\"ordinal\",{List(_random.Next(1, 4), () => Number(_random.Next(30)))}]}}",
        2 => "{\"matchall\":true}",
        _ => $"{{\"term\":[\"body\",{Request.Quote(Word())}]}}",
    };

    private string Column() => _random.Next(8) switch
    {
        0 => $"{{\"int_set\":[\"ordinal\",{List(_random.Next(1, 4), () => Number(_random.Next(30)))}]}}",
        1 => $"{{\"long_set\":[\"date\",{List(_random.Next(1, 40), () => Number(Day()))}]}}",
        2 => Between("column_range", "date", Day(), _random.Next(1000)),
        3 => Between("column_range", _random.Next(2) == 0 ? "x_lengths" : "x_sparse", _random.Next(300), _random.Next(500)),
        4 => $"{{\"column_numbers\":[\"ordinal\",{List(_random.Next(1, 5), () => Number(_random.Next(20)))}]}}",
        5 => $"{{\"column_terms\":[\"source\",{List(_random.Next(1, 4), () => Request.Quote(_sample.Keys(_random).Source))}]}}",
        6 => Box(),
        _ => TextRange(),
    };

    // The points of two dimensions are (length / 3, -length) of the texts with an even length.
    private string Box()
    {
        int low = _random.Next(150);
        int high = _random.Next(600);
        return $"{{\"double_box\":[\"x_point2\",[{Number(low)},{Number(-high - _random.Next(600))}],[{Number(low + _random.Next(200))},{Number(-high)}]]}}";
    }

    private string TextRange()
    {
        string[] bounds = [_sample.Keys(_random).Article, _sample.Keys(_random).Article];
        Array.Sort(bounds, StringComparer.Ordinal);
        return $"{{\"column_text_range\":[\"article\",{Request.Quote(bounds[0])},{Request.Quote(bounds[1])},{Flag()},{Flag()}]}}";
    }

    private static string Between(string kind, string column, int low, int width) => $"{{\"{kind}\":[\"{column}\",{Number(low)},{Number(low + width)}]}}";

    private int Day() => 16071 + _random.Next(3700);

    private string Word() => _random.Next(4) == 0 ? _sample.RareWord(_random) : _sample.Word(_random);

    private string Flag() => _random.Next(2) == 0 ? "true" : "false";

    private string Tenths(int low, int high) => (_random.Next(low, high) / 10.0).ToString("R", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string List(int count, Func<string> make) => string.Join(',', Enumerable.Range(0, count).Select(_ => make()));
}
