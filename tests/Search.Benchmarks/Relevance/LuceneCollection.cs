using System.Text;
using System.Text.Json;

namespace Search.Benchmarks.Relevance;

/// <summary>What Lucene itself ranks: title and text in one field, EnglishAnalyzer, any of the words, BM25 (1.2, 0.75), the first 1,000.</summary>
internal static class LuceneCollection
{
    public static Run Search(TestCollection collection, string folder)
    {
        using var work = new TemporaryFolder();
        if (!Directory.Exists(folder))
        {
            File.WriteAllLines(work.File("corpus.jsonl"), collection.Documents().Select(document =>
                JsonSerializer.Serialize(new { id = document.Id, text = $"{document.Title}\n{document.Text}" })));
            Oracle.Run("index", work.File("corpus.jsonl"), folder);
        }
        (string Id, string Text)[] queries = [.. collection.Queries.Where(query => collection.Judgements.ContainsKey(query.Id))];
        File.WriteAllLines(work.File("queries.tsv"), queries.Select(query => $"{query.Id}\t{Words(query.Text)}"));
        var run = new Run();
        foreach (string line in Oracle.Lines("search", folder, work.File("queries.tsv"), "--k", "1000", "--exact-hits"))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            string id = json.RootElement.GetProperty("category").GetString()!;
            foreach (JsonElement hit in json.RootElement.GetProperty("hits").EnumerateArray())
                run.Add(id, hit[0].GetString()!, hit[1].GetSingle());
        }
        return run;
    }

    // Nothing but words: no character has a meaning, and operators are words.
    private static string Words(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (char c in text.ToLowerInvariant())
        {
            if (!char.IsLetterOrDigit(c) && !char.IsWhiteSpace(c))
                words.Append('\\');
            words.Append(c is '\t' or '\n' or '\r' ? ' ' : c);
        }
        return words.ToString();
    }
}
