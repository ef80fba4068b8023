using System.Globalization;
using System.Text.Json;
using Search.Articles.Schema;
using Search.Articles.Searching;

namespace Search.Benchmarks.Relevance;

/// <summary>
/// <c>relevance [COLLECTION …] [--profile "name=weight …"] …</c>: how good our rankings are beside Lucene's, as a table. Several profiles are
/// compared in one run; without one, it is the default. Indexes are kept in the temporary folder.
/// </summary>
internal static class RelevanceVerb
{
    private static readonly string[] AllCollections = ["cranfield", "cisi", "cacm", "known-item-news"];

    public static int Run(string[] args)
    {
        var names = new List<string>();
        var profiles = new List<(string Name, RankingProfile Profile)>();
        string data = RepositoryPaths.SharedData;
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--profile" when i + 1 < args.Length:
                    profiles.Add((args[++i], Parse(args[i])));
                    break;
                case "--data" when i + 1 < args.Length:
                    data = args[++i];
                    break;
                default:
                    names.Add(args[i]);
                    break;
            }
        }
        if (profiles.Count == 0)
            profiles.Add(("default", RankingProfile.Default));
        Console.WriteLine("| collection | ranking | nDCG@10 | MAP | MRR@10 | R@100 |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (string name in names.Count > 0 ? names : [.. AllCollections])
            Compare(TestCollection.Open(data, name), profiles, data);
        return 0;
    }

    private static void Compare(TestCollection collection, List<(string Name, RankingProfile Profile)> profiles, string data)
    {
        string cache = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "search-relevance")).FullName;
        if (External.MissingOracle is null)
            Print(collection, "Lucene BM25", LuceneCollection.Search(collection, Path.Combine(cache, $"{collection.Name}-lucene")), data);
        else
            Console.WriteLine($"| {collection.Name} | Lucene BM25: {External.MissingOracle} | | | | |");
        bool isNews = collection.Name == "known-item-news";
        using var ours = ArticleCollection.Open(collection, Path.Combine(cache, $"{collection.Name}-{ArticleAnalysis.Version}"), wholeDocuments: !isNews);
        foreach ((string name, RankingProfile profile) in profiles)
        {
            Print(collection, $"{name}, any word", ours.Search(collection, profile, typed: false, feedback: false), data);
            if (profiles.Count > 1)
                continue;
            Print(collection, $"{name}, any word, with feedback", ours.Search(collection, profile, typed: false, feedback: true), data);
            Print(collection, $"{name}, as typed", ours.Search(collection, profile, typed: true, feedback: false), data);
        }
    }

    private static void Print(TestCollection collection, string ranking, Run run, string data)
    {
        var measures = Measures.Of(collection, run);
        string check = Check(collection, run, measures, data);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {collection.Name} | {ranking} | {measures.Ndcg10:0.0000} | {measures.Map:0.0000} | {measures.Mrr10:0.0000} | {measures.Recall100:0.0000} |{check}"));
    }

    // The evaluator that comes with the data has the last word on ours.
    private static string Check(TestCollection collection, Run run, Measures ours, string data)
    {
        using var folder = new TemporaryFolder();
        run.Save(folder.File("run.tsv"));
        (int exit, string output, string error) = Tool.Run(
            "python3", [Path.Combine(data, "evaluate.py"), Path.Combine(collection.Folder, "qrels.tsv"), folder.File("run.tsv"), "--json"], TimeSpan.FromMinutes(2));
        if (exit != 0)
            return $" not checked: {error.Trim()}";
        using JsonDocument json = JsonDocument.Parse(output);
        JsonElement theirs = json.RootElement.TryGetProperty("mean", out JsonElement mean) ? mean : json.RootElement;
        (string Name, double Value)[] pairs = [("nDCG@10", ours.Ndcg10), ("MAP", ours.Map), ("R@100", ours.Recall100), ("MRR@10", ours.Mrr10)];
        return pairs.All(pair => Math.Abs(theirs.GetProperty(pair.Name).GetDouble() - pair.Value) < 1e-4) ? "" : $" evaluate.py differs: {output.Trim()}";
    }

    private static RankingProfile Parse(string text)
    {
        RankingProfile profile = RankingProfile.Default;
        foreach (string pair in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=');
            float weight = float.Parse(parts[1], CultureInfo.InvariantCulture);
            profile = parts[0] == "others"
                ? profile with { OtherParagraphs = weight }
                : profile.With(parts[0], weight) ?? throw new UsageException($"there is no weight {parts[0]}");
        }
        return profile;
    }
}
