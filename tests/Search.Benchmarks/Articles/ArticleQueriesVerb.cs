using Search.Articles.Indexing;
using Search.Articles.Searching;

namespace Search.Benchmarks.Articles;

/// <summary><c>articles INDEX [--rounds N]</c>: what a whole search of an article index costs (best articles, snippets, facets, counts), by kind of query.</summary>
internal static class ArticleQueriesVerb
{
    private static readonly (string Kind, ArticleQuery Query)[] Queries =
    [
        ("rare word", new ArticleQuery { Text = "zinc" }),
        ("word", new ArticleQuery { Text = "election" }),
        ("common word", new ArticleQuery { Text = "said" }),
        ("commonest word", new ArticleQuery { Text = "the" }),
        ("two words", new ArticleQuery { Text = "oil prices" }),
        ("three words", new ArticleQuery { Text = "central bank rate" }),
        ("question", new ArticleQuery { Text = "what did the company say about the prices of oil and wheat this year" }),
        ("phrase", new ArticleQuery { Text = "\"prime minister\"" }),
        ("common phrase", new ArticleQuery { Text = "\"of the\"" }),
        ("either", new ArticleQuery { Text = "wheat OR corn OR sugar" }),
        ("without", new ArticleQuery { Text = "company -shares" }),
        ("prefix", new ArticleQuery { Text = "govern*" }),
        ("fuzzy", new ArticleQuery { Text = "presidnet~" }),
        ("everything", new ArticleQuery { Text = "*" }),
        ("everything, filtered", new ArticleQuery { Filters = [new FacetFilter(FacetField.Outlet, "Reuters 1"), new FacetFilter(FacetField.Outlet, "BBC 2")] }),
        ("word, excluded", new ArticleQuery { Text = "said", Filters = [new FacetFilter(FacetField.Outlet, "Reuters 1", IsExcluded: true)] }),
        ("newest", new ArticleQuery { Text = "said", Sort = SortOrder.Newest }),
        ("proximity", new ArticleQuery { Text = "oil prices", Ranking = RankingProfile.Default with { Proximity = 1 } }),
        ("feedback", new ArticleQuery { Text = "oil prices", Feedback = true }),
        ("nothing", new ArticleQuery { Text = "oil prces wheat" }),
        ("nothing, pasted", new ArticleQuery { Text = "\"the company said it expects net income for the year to be well above that of its neighbours\"" }),
    ];

    public static int Run(string[] args)
    {
        var line = new CommandLine(args);
        using IArticleIndex index = EmbeddedArticleIndex.Open(line.Word(0, "INDEX"));
        int rounds = line.Number("--rounds", 20);
        Console.WriteLine($"{index.Status.Articles} articles, {index.Status.Paragraphs} paragraphs; processor time of the searching thread");
        Console.WriteLine($"{"",-22}{"p50 ms",9}{"p99 ms",9}{"KiB",9}{"sentences",11}{"paragraphs",11}{"articles",9}");
        foreach ((string kind, ArticleQuery query) in Queries)
        {
            SearchAnswer answer = index.Search(query);
            long bytes = GC.GetAllocatedBytesForCurrentThread();
            double[] times = [.. Enumerable.Range(0, rounds).Select(_ => Time(() => index.Search(query))).Order()];
            bytes = (GC.GetAllocatedBytesForCurrentThread() - bytes) / rounds;
            Console.WriteLine($"{kind,-22}{times[rounds / 2],9:0.00}{times[rounds * 99 / 100],9:0.00}{bytes / 1024,9}{answer.Total.Sentences,11}{answer.Total.Paragraphs,11}{answer.Total.Articles,9}");
        }
        PrintSuggestions(index);
        return 0;
    }

    private static void PrintSuggestions(IArticleIndex index)
    {
        Console.WriteLine($"first suggestion {Time(() => index.Suggest("a")):0.0} ms");
        foreach (string prefix in new[] { "s", "pre", "prime mi", "oil pri" })
            Console.WriteLine($"suggest {prefix,-14}{Enumerable.Range(0, 50).Select(_ => Time(() => index.Suggest(prefix))).Order().ElementAt(25),9:0.000}   {string.Join(" · ", index.Suggest(prefix).Select(suggestion => $"{suggestion.Text} {suggestion.Count}"))}");
    }

    private static double Time(Action action)
    {
        long start = ThreadClock.Nanoseconds();
        action();
        return (ThreadClock.Nanoseconds() - start) / 1e6;
    }
}
