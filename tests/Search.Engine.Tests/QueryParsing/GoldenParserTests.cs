using System.Text.Json;
using Search.Engine.Analysis;
using Search.Engine.QueryParsing;
using Search.Engine.Search.Queries;
using Search.Engine.Tests.Analysis;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.QueryParsing;

public sealed class GoldenParserTests
{
    private const string TooManyClauses = "<1025 distinct terms t0 .. t1024>";

    private static readonly Dictionary<string, Analyzer> Analyzers = new()
    {
        ["standard"] = new StandardAnalyzer(),
        ["english"] = new EnglishAnalyzer(),
        ["whitespace"] = new WhitespaceAnalyzer(),
        ["keyword"] = new KeywordAnalyzer(),
        ["synonyms"] = new LowerCasingAnalyzer(
            new ChainAnalyzer(() => new StandardTokenizer(), stream => new SynonymTestFilter(new LowerCaseFilter(stream)))),
    };

    [Fact]
    public void Parsed_forms_trees_and_errors_are_Lucenes() => GoldenRows.Check("parser.json", "parse", IdOf, row =>
    {
        string text = Golden.Text(row.GetProperty("q"));
        if (text == TooManyClauses)
            text = string.Join(' ', Enumerable.Range(0, 1025).Select(number => $"t{number}"));
        AssertParsed(row, ParserOf(row.GetProperty("options")).Parse, text);
    });

    [Fact]
    public void Queries_on_the_corpus_are_parsed_as_by_Lucene()
    {
        var keyword = new KeywordAnalyzer();
        var analyzer = new PerFieldAnalyzer(new StandardAnalyzer(), new Dictionary<string, Analyzer>
        {
            ["body_en"] = new EnglishAnalyzer(),
            ["id"] = keyword,
            ["category"] = keyword,
            ["tags"] = keyword,
        });
        var parser = new QueryParser("body", analyzer);
        GoldenRows.Check("queries.json", "parse", row => Golden.Text(row.GetProperty("q")), row =>
            AssertParsed(row, parser.Parse, Golden.Text(row.GetProperty("q"))));
    }

    [Fact]
    public void Words_are_spread_over_fields_as_by_Lucene() => GoldenRows.Check(
        "parser-multifield.json", "parse", row => $"{row.GetProperty("fields")}: {row.GetProperty("q")}", row =>
        {
            string[][] fields = [.. row.GetProperty("fields").GetString()!.Split(',').Select(name => name.Split('^'))];
            var boosts = fields.Where(parts => parts.Length > 1).ToDictionary(parts => parts[0], parts => float.Parse(parts[1]));
            var parser = new MultiFieldQueryParser([.. fields.Select(parts => parts[0])], new StandardAnalyzer(), boosts: boosts);
            Assert.Equal(row.GetProperty("parsed").GetString(), parser.Parse(row.GetProperty("q").GetString()!).ToString(""));
        });

    private static void AssertParsed(JsonElement row, Func<string, Query> parse, string text)
    {
        if (!row.TryGetProperty("tree", out JsonElement tree))
        {
            QuerySyntaxException error = Assert.Throws<QuerySyntaxException>(() => parse(text));
            Assert.InRange(error.Position, 0, text.Length);
            Assert.DoesNotContain("not supported", error.Message, StringComparison.Ordinal);
            return;
        }
        Query query = parse(text);
        Assert.Equal(Golden.Text(row.GetProperty("parsed")), query.ToString(""));
        Assert.Equal(QueryTree.Of(tree), QueryTree.Of(query));
    }

    private static string IdOf(JsonElement row)
    {
        string options = string.Join(',', row.GetProperty("options").EnumerateObject().Select(option => $"{option.Name}={option.Value}"));
        return $"{options}: {Golden.Text(row.GetProperty("q"))}";
    }

    private static QueryParser ParserOf(JsonElement options)
    {
        string? Option(string name) => options.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
        bool autoPhrase = Option("autophrase") == "true";
        return new QueryParser("f", Analyzers[Option("analyzer") ?? "standard"], new QueryParserOptions
        {
            DefaultOperator = Option("op") == "AND" ? QueryOperator.And : QueryOperator.Or,
            AllowLeadingWildcard = Option("leading") == "true",
            AutoGeneratePhraseQueries = autoPhrase,
            SplitOnWhitespace = autoPhrase || Option("split") == "true",
            PhraseSlop = int.Parse(Option("slop") ?? "0"),
            FuzzyPrefixLength = int.Parse(Option("prefixlen") ?? "0"),
            EnablePositionIncrements = Option("posinc") != "false",
        });
    }

    /// <summary>Another analyzer whose prefixes and the like are lower-cased.</summary>
    private sealed class LowerCasingAnalyzer(Analyzer inner) : Analyzer
    {
        public override string Normalize(string field, string text) => LowerCase.Of(text);

        protected internal override Analyzer AnalyzerOf(string field) => inner;

        protected override AnalysisChain CreateChain() => throw new NotSupportedException();
    }
}
