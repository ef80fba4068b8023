using System.Text;
using System.Text.Json;
using Search.Articles.Indexing;
using Search.Articles.Searching;

namespace Search.Benchmarks.Serving;

/// <summary>The generated corpus as articles in an index, made once and kept in the temporary folder, and requests for it.</summary>
internal static class ServingCorpus
{
    private const int Requests = 2000;
    private const int Seed = 11;

    /// <summary>The folder of the index.</summary>
    public static string Index(int paragraphs)
    {
        string folder = Path.Combine(Path.GetTempPath(), $"search-serving-{paragraphs}");
        string articles = $"{folder}.jsonl";
        if (!File.Exists(articles))
        {
            WriteArticles(GeneratedCorpus.Paragraphs(paragraphs), $"{articles}.new");
            File.Move($"{articles}.new", articles, overwrite: true);
        }
        using IArticleIndex index = EmbeddedArticleIndex.Open(folder);
        IndexReport report = index.Synchronize([articles]);
        Console.WriteLine($"{report.Articles} articles, {report.Paragraphs} paragraphs in {folder}");
        return folder;
    }

    /// <summary>Addresses of searches: words of the texts, two words, phrases, filters, pages.</summary>
    public static string[] Addresses(int paragraphs)
    {
        var random = new Random(Seed);
        string[][] texts = [.. File.ReadLines(GeneratedCorpus.Paragraphs(paragraphs)).Take(Requests).Select(WordsOf).Where(words => words.Length > 3)];
        var addresses = new string[Requests];
        for (var i = 0; i < Requests; i++)
        {
            string[] words = texts[i % texts.Length];
            int at = random.Next(words.Length - 2);
            string query = (i % 5) switch
            {
                0 => words[at],
                1 => $"{words[at]} {words[random.Next(words.Length)]}",
                2 => $"\"{words[at]} {words[at + 1]}\"",
                3 => $"{words[at]} OR {words[at + 1]} -{words[at + 2]}",
                _ => $"{words[at]}*",
            };
            addresses[i] = $"{(i % 4 == 3 ? "/" : "/v1/search")}?q={Uri.EscapeDataString(query)}&limit=10";
        }
        return addresses;
    }

    private static string[] WordsOf(string line)
    {
        using var paragraph = JsonDocument.Parse(line);
        return [.. paragraph.RootElement.GetProperty("text").GetString()!.Split(' ').Where(word => word.Length > 3 && word.All(char.IsAsciiLetter))];
    }

    // Paragraphs of one article follow one another.
    private static void WriteArticles(string paragraphs, string file)
    {
        using var output = new StreamWriter(file);
        string? article = null;
        var text = new StringBuilder();
        JsonElement header = default;
        foreach (string line in File.ReadLines(paragraphs))
        {
            using var document = JsonDocument.Parse(line);
            string id = document.RootElement.GetProperty("article").GetString()!;
            if (id != article)
            {
                Flush();
                article = id;
                header = document.RootElement.Clone();
            }
            text.Append(document.RootElement.GetProperty("text").GetString()).Append("\n\n");
        }
        Flush();

        void Flush()
        {
            if (article is not null)
            {
                output.WriteLine(JsonSerializer.Serialize(new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["id"] = article, ["title"] = header.GetProperty("title").GetString(), ["outlet"] = header.GetProperty("source").GetString(),
                    ["date"] = header.GetProperty("date").GetString(), ["text"] = text.ToString(),
                }));
            }
            text.Clear();
        }
    }
}
