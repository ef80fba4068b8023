using Search.Engine.Tests.AgainstLucene;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>Random requests for orders, pages, groups and counts.</summary>
/// <param name="query">A random query as a tree.</param>
/// <param name="columns">What can be ordered, grouped and counted by.</param>
internal sealed class CollectRequests(Func<Random, string> query, CollectColumns columns, int seed)
{
    private static readonly string[] NumberSelectors = ["MIN", "MAX"];
    private static readonly string[] TextSelectors = ["MIN", "MAX", "MIDDLE_MIN", "MIDDLE_MAX"];

    private readonly Random _random = new(seed);

    /// <summary>Requests over paragraphs, whose fields <c>tests/oracle/README.md</c> tells.</summary>
    public static CollectRequests OfParagraphs(TextSample sample, int seed) =>
        new(random => Query(random, () => Term("body", sample.Word(random))), CollectColumns.OfParagraphs, seed);

    /// <summary>Requests over the corpus with columns of every kind.</summary>
    public static CollectRequests OfColumnCorpus(int seed) =>
        new(random => Query(random, () => Term("f", $"{(char)('a' + random.Next(5))}")), CollectColumns.OfColumnCorpus, seed);

    /// <summary>The same requests for the same seed.</summary>
    public IEnumerable<Request> Take(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return (i % 4) switch
            {
                0 => Of("order", $"\"sort\":{Sort(3)},\"k\":{_random.Next(1, 12)},\"pages\":{_random.Next(1, 5)}"),
                1 => Of("pages", $"\"k\":{_random.Next(1, 12)},\"pages\":{_random.Next(1, 6)}"),
                2 => Of("collapse", Collapse()),
                _ => Of("facets", _random.Next(2) == 0 ? $"\"facets\":{Facets()}" : $"\"facets\":{Facets()},\"sideways\":[{Several(3, Dimension)}]"),
            };
        }
    }

    private static string Query(Random random, Func<string> word) => random.Next(6) switch
    {
        0 => $"{{\"bool\":[[\"SHOULD\",{word()}],[\"SHOULD\",{word()}]],\"minShouldMatch\":0}}",
        1 => $"{{\"bool\":[[\"MUST\",{word()}],[\"MUST_NOT\",{word()}]],\"minShouldMatch\":0}}",
        2 when random.Next(4) == 0 => "{\"matchall\":true}",
        _ => word(),
    };

    private static string Term(string field, string word) => $"{{\"term\":[\"{field}\",{Request.Quote(word)}]}}";

    private Request Of(string category, string rest) => new(category, $"{{\"query\":{query(_random)},{rest}}}");

    private string Sort(int most) => $"[{Several(most, Criterion)}]";

    private string Criterion()
    {
        var reverse = $"\"reverse\":{(_random.Next(2) == 0 ? "true" : "false")}";
        int kind = _random.Next(8);
        if (kind < 2)
            return $"{{\"kind\":\"{(kind == 0 ? "score" : "doc")}\",{reverse}}}";
        CollectColumn column = Pick(columns.Orders);
        bool text = column.Kind == "string";
        string selector = column.Several ? $",\"selector\":\"{Pick(text ? TextSelectors : NumberSelectors)}\"" : "";
        string missing = _random.Next(2) == 0 ? "" : text ? $",\"missing\":\"{(_random.Next(2) == 0 ? "last" : "first")}\"" : $",\"missing\":{_random.Next(-20, 20000)}";
        return $"{{\"kind\":\"{column.Kind}\",\"field\":\"{column.Field}\",{reverse}{selector}{missing}}}";
    }

    private string Collapse()
    {
        CollectColumn column = Pick(columns.Groups);
        string type = column.Kind == "string" ? "string" : "long";
        string within = _random.Next(2) == 0 ? "" : $",\"within\":{Sort(2)}";
        string sort = _random.Next(2) == 0 ? "" : $"\"sort\":{Sort(2)},";
        return $"{sort}\"collapse\":{{\"field\":\"{column.Field}\",\"type\":\"{type}\",\"groups\":{_random.Next(1, 9)},\"offset\":{_random.Next(3) * _random.Next(4)},\"hits\":{_random.Next(1, 4)}{within}}}";
    }

    private string Dimension() => $"{{\"filter\":{query(_random)},\"facets\":{Facets()}}}";

    private string Facets() => $"[{Several(2, Facet)}]";

    private string Facet()
    {
        CollectColumn column = Pick(columns.Facets);
        if (column.Kind == "string")
            return $"{{\"strings\":\"{column.Field}\"}}";
        return _random.Next(column.Several ? 1 : column.Kind == "days" ? 3 : 2) switch
        {
            0 => $"{{\"numbers\":\"{column.Field}\"}}",
            1 => $"{{\"ranges\":\"{column.Field}\",\"bounds\":[{Several(4, Bound)}]}}",
            _ => $"{{\"months\":\"{column.Field}\"}}",
        };
    }

    private string Bound()
    {
        int low = _random.Next(-20, 18000);
        return $"[{low},{low + _random.Next(4000)}]";
    }

    private string Several(int most, Func<string> make) => string.Join(',', Enumerable.Range(0, _random.Next(1, most + 1)).Select(_ => make()));

    private T Pick<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];
}
