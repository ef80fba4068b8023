using System.Text.Json;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Cli;

/// <summary><c>search questions</c>, help and completions.</summary>
[Collection(Samples.Name)]
public sealed class QuestionsAndHelpTests(SearchTool search, SampleHost samples) : IClassFixture<SearchTool>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Each_question_of_a_file_is_answered_and_a_bad_one_harms_no_other()
    {
        File.WriteAllText(_folder.File("list.txt"), "walrus\n\n(walrus\n\"Farewell of Slavianka\"\n");
        SearchTool.Outcome lines = search.Run("questions", _folder.File("list.txt"), "--json", "--strict", "--limit", "1", "--index", search.Index);
        Assert.Equal((1, ""), (lines.ExitCode, lines.Error));
        JsonElement[] results = [.. lines.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal([1, 3, 4], results.Select(result => result.GetProperty("number").GetInt32()));
        Assert.Equal([1, 0, 1], results.Select(result => result.GetProperty("answer") is { ValueKind: JsonValueKind.Object } answer ? answer.Each("paragraphs").Count() : 0));
        Assert.NotEmpty(results[1].GetProperty("problem").String("reason"));

        SearchTool.Outcome text = search.Run("questions", _folder.File("list.txt"), "--index", search.Index);
        Assert.Contains("walrus display", text.Output, StringComparison.Ordinal);
        Assert.Equal(2, search.Run("questions", _folder.File("none.txt"), "--index", search.Index).ExitCode);
    }

    [Fact]
    public async Task Answers_in_JSON_have_the_names_that_the_API_gives_them()
    {
        File.WriteAllText(_folder.File("list.txt"), "walrus display\n(walrus\n");
        string[] lines = search.Run("questions", _folder.File("list.txt"), "--json", "--strict", "--limit", "1", "--index", search.Index).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var body = new StringContent("""{"questions":["walrus display","(walrus"]}""", System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await samples.Client.PostAsync(new Uri("/v1/questions?limit=1&mode=strict", UriKind.Relative), body);
        string[] expected = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Select(Shape), lines.Select(Shape));

        static string Shape(string line) => Names(JsonDocument.Parse(line).RootElement);
    }

    private static string Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', element.EnumerateObject().Select(property => property.Name + Names(property.Value)))}}}",
        JsonValueKind.Array => $"[{string.Join(',', element.EnumerateArray().Select(Names))}]",
        _ => "",
    };

    [Fact]
    public void Help_begins_with_examples()
    {
        Assert.StartsWith("Examples:\n  search index articles/", search.Run("--help").Output, StringComparison.Ordinal);
        SearchTool.Outcome query = search.Run("query", "--help");
        Assert.StartsWith("Examples:\n  search query", query.Output, StringComparison.Ordinal);
        Assert.Contains("--explain", query.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Completions_are_suggested_for_scripts_of_shells()
    {
        SearchTool.Outcome commands = search.Run("[suggest:8]", "search q");
        Assert.Equal(["query", "questions"], commands.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith('q')));
    }

    public void Dispose() => _folder.Dispose();
}
