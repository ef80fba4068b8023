using System.Text.Json;
using Search.Engine.Analysis;
using Search.Engine.QueryParsing;

namespace Search.Engine.Tests.QueryParsing;

public sealed class OracleParserTests
{
    private const int Queries = 1500;

    private static readonly string[] Pieces =
    [
        "AND", "OR", "NOT", "TO", "the", "foo-bar", "rain", "storms'", "st*", "\"x y\"", "\"heavy of rain\"", "~2", "[a TO b}", "{* TO \"z\"]", "[\"\"b\" TO TO]",
        "(", ")", "+", "-", "!", "&&", "||", "title:", "body:", "*:*", "^2", "^1.5", "\\*", "\\(", "*", "?", "w?ld*", "- ", "\u00e9", "x\\ y", "\\u0041", "a:", "'", ".5", "running",
    ];

    [OracleFact]
    public void Every_random_text_that_is_a_query_is_the_same_query_to_Lucene_seed_21()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("one.jsonl"), """{"id":"a#0","article":"a","ordinal":0,"title":"t","text":"rain"}""" + "\n");
        Oracle.Run("index", folder.File("one.jsonl"), folder.File("index"));

        var parser = new QueryParser("body", new EnglishAnalyzer(), new QueryParserOptions { AllowLeadingWildcard = true });
        (string Text, string Parsed)[] queries = [.. Accepted(parser, new Random(21)).Take(Queries)];
        File.WriteAllLines(folder.File("queries.tsv"), queries.Select(query => $"q\t{query.Text}\t"));
        string[] answers = Oracle.Lines("search", folder.File("index"), folder.File("queries.tsv"), "--k", "1");

        Assert.Equal(queries.Length, answers.Length);
        Assert.All(queries.Zip(answers), pair =>
        {
            using JsonDocument answer = JsonDocument.Parse(pair.Second);
            Assert.Equal($"{pair.First.Text} => {answer.RootElement.GetProperty("parsed").GetString()}", $"{pair.First.Text} => {pair.First.Parsed}");
        });
    }

    private static IEnumerable<(string Text, string Parsed)> Accepted(QueryParser parser, Random random)
    {
        while (true)
        {
            string text = string.Concat(Enumerable.Range(0, 1 + random.Next(8))
                .Select(_ => Pieces[random.Next(Pieces.Length)] + (random.Next(3) > 0 ? " " : "")));
            string? parsed = ParsedOrNull(parser, text);
            if (parsed is not null)
                yield return (text, parsed);
        }
    }

    private static string? ParsedOrNull(QueryParser parser, string text)
    {
        try
        {
            return parser.Parse(text).ToString("");
        }
        catch (QuerySyntaxException)
        {
            return null;
        }
    }
}
