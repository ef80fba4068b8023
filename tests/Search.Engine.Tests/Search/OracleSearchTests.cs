using System.Text.Json;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Search;

/// <summary>Generated queries on an index that Lucene wrote: the same hits, order, totals and score bits as Lucene's own.</summary>
public sealed class OracleSearchTests
{
    private const int ComposedQueries = 800;

    private static readonly string[] KindsOfTheNextIssue = ["fuzzy1", "fuzzy2"];

    [OracleFact]
    public void One_segment_answers_like_Lucene() => Compare(20000, ["--segments", "1"]);

    [OracleFact]
    public void Several_segments_with_deletions_answer_like_Lucene() => Compare(4000, ["--segments", "3", "--deletes", "300"]);

    private static void Compare(int paragraphs, string[] options)
    {
        using var folder = new TemporaryFolder();
        string index = folder.File("index");
        Oracle.Run(["index", GeneratedCorpus.Paragraphs(paragraphs), index, .. options]);
        string[] queries = [.. Queries(paragraphs)];
        File.WriteAllLines(folder.File("queries.tsv"), queries);
        string[] answers = Oracle.Lines("search", index, folder.File("queries.tsv"), "--exact-hits");
        Assert.Equal(queries.Length, answers.Length);

        using IndexDirectory directory = MappedDirectory.Open(index);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);
        var different = new List<string>();
        for (var i = 0; i < queries.Length; i++)
        {
            string ours = Answer(searcher, queries[i]);
            string lucenes = Answer(JsonSerializer.Deserialize<JsonElement>(answers[i]));
            if (ours != lucenes)
                different.Add($"{queries[i]}\n  Lucene {lucenes}\n  ours   {ours}");
        }
        Assert.True(different.Count == 0, $"{different.Count} of {queries.Length} differ\n{string.Join('\n', different.Take(5))}");
    }

    private static string Answer(IndexSearcher searcher, string line)
    {
        Query query = OracleSchema.Parse(line);
        TopDocs exact = searcher.Search(query, 10, new SearchOptions { TotalHitsThreshold = int.MaxValue });
        Assert.Equal(exact.ScoreDocs, searcher.Search(query, 10, new SearchOptions { TotalHitsThreshold = 10 }).ScoreDocs);
        IEnumerable<string> hits = exact.ScoreDocs.Select(hit =>
            $"{StoredId.Of(searcher.Reader, hit.Doc)} {BitConverter.SingleToUInt32Bits(hit.Score):x8}");
        return $"{exact.TotalHits.Value} {string.Join(' ', hits)}";
    }

    private static string Answer(JsonElement row)
    {
        Assert.Equal("=", row.GetProperty("relation").GetString());
        IEnumerable<string> hits = row.GetProperty("hits").EnumerateArray().Select(hit => $"{hit[0].GetString()} {Convert.ToUInt32(hit[2].GetString(), 16):x8}");
        return $"{row.GetProperty("total").GetInt32()} {string.Join(' ', hits)}";
    }

    private static IEnumerable<string> Queries(int paragraphs)
    {
        string[] generated =
        [
            .. File.ReadLines(GeneratedCorpus.Queries(paragraphs))
                .Where(line => !KindsOfTheNextIssue.Contains(line.Split('\t')[0], StringComparer.Ordinal)),
        ];
        return generated.Concat(Composed([.. generated.Select(line => line.Split('\t')[1]).Where(text => !text.StartsWith("date:", StringComparison.Ordinal))]));
    }

    // Random combinations of the generated queries: groups, operators, boosts, fields.
    private static IEnumerable<string> Composed(string[] parts)
    {
        var random = new Random(20211);
        for (var i = 0; i < ComposedQueries; i++)
            yield return $"composed\t{Group(depth: random.Next(1, 3))}";

        string Group(int depth) => string.Join(' ', Enumerable.Range(0, random.Next(2, 5)).Select(_ => Clause(depth)));

        string Clause(int depth)
        {
            string sign = random.Next(5) switch { 0 => "+", 1 => random.Next(3) == 0 ? "-" : "", _ => "" };
            string boost = random.Next(4) == 0 ? $"^{random.Next(1, 50)}.{random.Next(10)}" : "";
            string inner = depth == 0 || random.Next(3) > 0 ? parts[random.Next(parts.Length)] : Group(depth - 1);
            return $"{sign}({inner}){boost}";
        }
    }
}
