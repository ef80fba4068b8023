using System.Globalization;
using Search.Engine.Tests.AgainstLucene;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>Random requests that join the documents of a block, alone and inside others.</summary>
/// <param name="parents">
/// The query that finds parents. Any will do on any index, whoever wrote it in what order: children are the documents between
/// two parents, whether they were written as a block or not.
/// </param>
internal sealed class JoinRequests(TextSample sample, int seed, string parents)
{
    /// <summary>Parents of indexes that were written with them.</summary>
    public const string LastOfBlock = """{"term":["parent","yes"]}""";

    /// <summary>The first paragraphs of articles, for indexes that were written without parents.</summary>
    public const string FirstParagraphs = """{"int_range":["ordinal",0,0]}""";

    private static readonly string[] Scores = ["None", "Avg", "Max", "Min", "Total"];

    private readonly Random _random = new(seed);

    /// <summary>The same requests for the same seed and sample.</summary>
    public IEnumerable<Request> Take(int count)
    {
        for (var i = 0; i < count; i++)
            yield return Request.Of("joins", Next());
    }

    private string Next() => _random.Next(6) switch
    {
        0 => Bool(("MUST", Join()), ("SHOULD", Words()), ("FILTER", Words())),
        1 => Bool(("SHOULD", Join()), ("SHOULD", Join()), ("MUST_NOT", Words())),
        2 => $"{{\"boost\":{(_random.Next(1, 40) / 8.0).ToString("R", CultureInfo.InvariantCulture)},\"query\":{Join()}}}",
        3 => $"{{\"constant\":{Join()}}}",
        _ => Join(),
    };

    private string Join() => _random.Next(3) == 0
        ? $"{{\"to_child\":{Parents()},\"parents\":{parents}}}"
        : $"{{\"to_parent\":{Children()},\"parents\":{parents},\"scores\":\"{Scores[_random.Next(Scores.Length)]}\"}}";

    private string Children() => _random.Next(4) == 0
        ? $"{{\"to_child\":{Parents()},\"parents\":{parents}}}"
        : Bool(("MUST", Words()), ("MUST_NOT", parents));

    private string Parents() => Bool(("MUST", Words()), ("FILTER", parents));

    private string Words() => _random.Next(3) switch
    {
        0 => Term(),
        1 => "{\"matchall\":true}",
        _ => Bool(("SHOULD", Term()), ("SHOULD", Term())),
    };

    private string Term() => $"{{\"term\":[\"body\",{Request.Quote(sample.Word(_random))}]}}";

    private static string Bool(params (string Role, string Query)[] clauses) =>
        $"{{\"bool\":[{string.Join(',', clauses.Select(clause => $"[\"{clause.Role}\",{clause.Query}]"))}],\"minShouldMatch\":0}}";
}
