using System.Text.Json;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Cli;

/// <summary><c>search questions</c>, help and completions.</summary>
public sealed class QuestionsAndHelpTests(SearchTool search) : IClassFixture<SearchTool>, IDisposable
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
        Assert.Equal([1, 0, 1], results.Select(result => result.GetProperty("answer") is { ValueKind: JsonValueKind.Object } answer ? answer.Each("snippets").Count() : 0));
        Assert.NotEmpty(results[1].String("reason"));

        SearchTool.Outcome text = search.Run("questions", _folder.File("list.txt"), "--index", search.Index);
        Assert.Contains("walrus display", text.Output, StringComparison.Ordinal);
        Assert.Equal(2, search.Run("questions", _folder.File("none.txt"), "--index", search.Index).ExitCode);
    }

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
