using Search.Benchmarks;
using Search.Engine.Analysis;
using Search.Engine.QueryParsing;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Soak.Queries;

/// <summary>
/// Gives random and mutated texts to the classic parser: each is a query or a <see cref="QuerySyntaxException"/> whose
/// position lies in the text, and never takes long. A sample is printed, rewritten and run.
/// </summary>
public static class QueryFuzz
{
    private const int ShortText = 1000;
    private const double MostMsOfShortText = 2000;

    /// <summary>Runs; the same arguments give the same texts.</summary>
    /// <param name="runEvery">Of the texts that are queries, every n-th is also run.</param>
    /// <exception cref="SoakFailureException">Something else happened; the message shows the text.</exception>
    public static QueryFuzzReport Run(long count, int seed, int runEvery)
    {
        var texts = new QueryTexts(new Random(seed), Seeds());
        QueryParser[] parsers = [.. Parsers()];
        using MemoryDirectory directory = SmallIndex.Create(seed);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        var sample = new QuerySample(new IndexSearcher(reader));
        var (parsed, ran, slowest, slowestText) = (0L, 0L, 0d, "");
        for (var i = 0L; i < count; i++)
        {
            string text = texts.Next();
            Query? query = Parse(parsers[i % parsers.Length], text, out double tookMs);
            if (tookMs > slowest && text.Length <= ShortText)
                (slowest, slowestText) = (tookMs, text);
            if (query is null || parsed++ % runEvery != 0)
                continue;
            sample.Check(query, text);
            ran++;
        }
        return new QueryFuzzReport(count, parsed, count - parsed, ran, slowest, slowestText);
    }

    // Null for a text that is no query.
    private static Query? Parse(QueryParser parser, string text, out double tookMs)
    {
        long start = ThreadClock.Nanoseconds();
        Query? query = null;
        try
        {
            query = parser.Parse(text);
        }
        catch (QuerySyntaxException error)
        {
            if (error.Position < 0 || error.Length < 0 || error.Position + error.Length > text.Length)
                throw Failure($"the error lies outside the text: {error.Position} + {error.Length}", text, error);
        }
        catch (Exception fault)
        {
            throw Failure("neither a query nor a syntax error", text, fault);
        }
        tookMs = (ThreadClock.Nanoseconds() - start) / 1e6;
        if (text.Length <= ShortText && tookMs > MostMsOfShortText)
            throw Failure($"parsing a short text took {tookMs:F0} ms", text, null);
        return query;
    }

    private static SoakFailureException Failure(string what, string text, Exception? cause) =>
        new($"{what}: {Printable.Text(text)}", cause);

    // The golden texts are what Lucene's own parser was asked; a tab parts options from text.
    private static List<string> Seeds() =>
    [
        .. File.ReadLines(Path.Combine(RepositoryPaths.Golden, "parser-input.txt")).Select(line => line[(line.IndexOf('\t') + 1)..]),
        .. File.ReadLines(Path.Combine(RepositoryPaths.Golden, "queries-input.txt")),
    ];

    private static IEnumerable<QueryParser> Parsers()
    {
        var standard = new StandardAnalyzer();
        yield return new QueryParser("body", standard);
        yield return new QueryParser("body", new EnglishAnalyzer(), new QueryParserOptions { DefaultOperator = QueryOperator.And, AllowLeadingWildcard = true });
        yield return new QueryParser("body", standard, new QueryParserOptions { SplitOnWhitespace = true, AutoGeneratePhraseQueries = true, PhraseSlop = 2 });
        yield return new QueryParser("body", new ExactAndStemAnalyzer(ExactAndStemMode.StemOnly), new QueryParserOptions { AllowLeadingWildcard = true });
    }
}
