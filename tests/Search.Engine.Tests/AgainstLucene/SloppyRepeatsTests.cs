using System.Text.Json;
using Search.Engine.Tests.Infrastructure.Requests;

namespace Search.Engine.Tests.AgainstLucene;

/// <summary>Phrases with slop in which words come several times, over short texts of few words.</summary>
public sealed class SloppyRepeatsTests
{
    private static readonly string[] Words = ["kim", "kim", "zug", "zug", "vox", "dub"];

    [OracleFact]
    public void Phrases_with_a_word_three_times_and_more_score_as_in_Lucene()
    {
        using var folder = new TemporaryFolder();
        var random = new Random(5);
        File.WriteAllLines(folder.File("texts.jsonl"), Enumerable.Range(0, 300).Select(i => JsonSerializer.Serialize(new
        {
            id = $"a{i}#0", article = $"a{i}", ordinal = 0, title = "t", source = "s", date = "2020-01-01",
            names = Array.Empty<string>(), places = Array.Empty<string>(), text = Some(random, random.Next(3, 15)),
        })));
        Oracle.Run("index", folder.File("texts.jsonl"), folder.File("index"));
        RequestComparison.AssertSame(folder.File("index"), [.. Enumerable.Range(0, 500).Select(_ =>
            Request.Of("sloppy", $"{{\"classic\":{Request.Quote($"body:\"{Some(random, random.Next(3, 6))}\"~{random.Next(1, 9)}")}}}"))]);
    }

    private static string Some(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Words[random.Next(Words.Length)]));
}
