using Search.Benchmarks;
using Search.Benchmarks.Articles;
using Search.Benchmarks.Charts;
using Search.Benchmarks.Extraction;
using Search.Benchmarks.Micro;
using Search.Benchmarks.Opening;
using Search.Benchmarks.Queries;
using Search.Benchmarks.Relevance;
using Search.Benchmarks.Serving;
using Search.Benchmarks.Writing;

try
{
    return args switch
    {
        ["names", .. string[] rest] => NamesVerb.Run(rest),
        ["extraction", .. string[] rest] => ExtractionVerb.Run(rest),
        ["queries", .. string[] rest] => QueriesVerb.Run(rest, counts: false),
        ["count", .. string[] rest] => QueriesVerb.Run(rest, counts: true),
        ["chart", .. string[] rest] => ChartVerb.Run(rest),
        ["index", .. string[] rest] => IndexVerb.Run(rest),
        ["open", .. string[] rest] => OpenVerb.Run(rest),
        ["bench", .. string[] rest] => BenchVerb.Run(rest),
        ["bench-index", .. string[] rest] => BenchIndexVerb.Run(rest),
        ["bench-merge", .. string[] rest] => BenchMergeVerb.Run(rest),
        ["first", .. string[] rest] => FirstVerb.Run(rest),
        ["relevance", .. string[] rest] => RelevanceVerb.Run(rest),
        ["articles", .. string[] rest] => ArticleQueriesVerb.Run(rest),
        ["serve", .. string[] rest] => await ServeVerb.RunAsync(rest),
        ["micro", .. string[] rest] => MicroVerb.Run(rest),
        _ => Usage(),
    };
}
catch (UsageException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return Usage();
}

static int Usage()
{
    Console.Error.WriteLine("""
        verbs: names, extraction, relevance
               articles                 whole searches of an article index, by kind of query
               queries, count, index, open  ours and Lucene's in turn, in rounds; a table
               chart                    the report of queries or count as a picture
               bench, bench-index, bench-merge, first  one run of ours alone; JSON
               serve                    the web host under load and past it
               micro                    single inner loops, with BenchmarkDotNet
        """);
    return 64;
}
