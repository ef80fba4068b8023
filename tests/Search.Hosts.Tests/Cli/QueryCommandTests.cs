using System.Text.Json;
using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Indexing;
using Search.Engine.Store;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Cli;

/// <summary><c>search query</c>.</summary>
public sealed class QueryCommandTests(SearchTool search) : IClassFixture<SearchTool>, IDisposable
{
    private static readonly string[] SameInArticle = ["id", "headline", "outlet", "published", "url"];
    private static readonly string[] SameInParagraph = ["key", "ordinal", "score", "names", "places", "snippets", "explanation"];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Results_go_to_the_output_as_bare_text_and_counts_to_the_error_output()
    {
        SearchTool.Outcome found = search.Run("query", "\"five explosive drones\"", "--index", search.Index);
        Assert.Equal(0, found.ExitCode);
        Assert.StartsWith("3 paragraphs in 3 articles, ", found.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', found.Output + found.Error);
        string[] lines = found.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Count(line => line.StartsWith("  ", StringComparison.Ordinal) && line.Contains("five explosive drones", StringComparison.OrdinalIgnoreCase)));
        Assert.Contains("What did Kim Jong Un do in Russia for 6 days?", lines);
        Assert.Contains(lines, line => line.StartsWith($"{SampleHost.IdOf("003")}  dailyO  2023-09-18  score ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_says_what_the_api_says()
    {
        SearchTool.Outcome found = search.Run("query", "Kim visit", "--json", "--explain", "--limit", "3", "--index", search.Index);
        Assert.Equal((0, ""), (found.ExitCode, found.Error));
        using var document = JsonDocument.Parse(found.Output);
        JsonElement printed = document.RootElement;
        using var host = new TestHost(RepositoryPaths.Seeds);
        JsonElement answer = await host.Client.GetJsonAsync("/v1/search?q=Kim+visit&explain=true&limit=3");

        foreach (string name in new[] { "query", "facets", "histogram", "total", "generation", "next" })
            AssertSame(answer, printed, name);
        Assert.Equal(answer.Each("articles").Count(), printed.Each("articles").Count());
        foreach ((JsonElement expected, JsonElement actual) in answer.Each("articles").Zip(printed.Each("articles")))
        {
            AssertSame(expected, actual, "score");
            foreach (string name in SameInArticle)
                AssertSame(expected, actual.GetProperty("article"), name);
            JsonElement[] paragraphs = [.. actual.Each("paragraphs")];
            Assert.Equal(expected.Each("paragraphs").Count(), paragraphs.Length + actual.GetProperty("moreParagraphs").GetInt32());
            foreach ((JsonElement paragraph, JsonElement shown) in expected.Each("paragraphs").Zip(paragraphs))
            {
                foreach (string name in SameInParagraph)
                    AssertSame(paragraph, shown, name);
            }
        }
    }

    [Fact]
    public void Nothing_found_is_an_exit_status_of_its_own()
    {
        SearchTool.Outcome found = search.Run("query", "\"privacy policy\"", "--index", search.Index);
        Assert.Equal((1, ""), (found.ExitCode, found.Output.Trim()));
        Assert.StartsWith("0 paragraphs", found.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_query_is_repaired_or_in_strict_mode_refused_with_its_place()
    {
        SearchTool.Outcome repaired = search.Run("query", "kim)", "--index", search.Index);
        Assert.Equal(0, repaired.ExitCode);
        Assert.StartsWith("search: A bracket is closed", repaired.Error, StringComparison.Ordinal);
        SearchTool.Outcome refused = search.Run("query", "kim)", "--strict", "--index", search.Index);
        Assert.Equal((64, ""), (refused.ExitCode, refused.Output));
        Assert.EndsWith("(characters 4 to 4)\n", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_index_a_query_fails()
    {
        SearchTool.Outcome failed = search.Run("query", "Kim", "--index", _folder.File("nowhere"));
        Assert.Equal((2, ""), (failed.ExitCode, failed.Output));
        Assert.Contains("no index", failed.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("nowhere")));
    }

    [Fact]
    public void An_index_of_another_program_is_no_index_of_articles()
    {
        using (MappedDirectory directory = MappedDirectory.Open(_folder.Path))
        using (var writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = new KeywordAnalyzer() }))
        {
            var document = new Document();
            document.Add(Field.CreateKeyword("id", "1"));
            writer.AddDocument(document);
        }
        SearchTool.Outcome failed = search.Run("query", "Kim", "--index", _folder.Path);
        Assert.Equal((2, ""), (failed.ExitCode, failed.Output));
        Assert.Contains("not made by this program", failed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", failed.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertSame(JsonElement expected, JsonElement actual, string name) => Assert.True(
        JsonElement.DeepEquals(expected.GetProperty(name), actual.GetProperty(name)),
        $"{name}:\n{expected.GetProperty(name).GetRawText()}\n{actual.GetProperty(name).GetRawText()}");
}
