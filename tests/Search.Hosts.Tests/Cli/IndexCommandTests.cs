using System.Diagnostics;
using Search.Engine.Store;

namespace Search.Hosts.Tests.Cli;

/// <summary><c>search index</c>.</summary>
public sealed class IndexCommandTests(SearchTool search) : IClassFixture<SearchTool>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_summary_goes_to_the_output_and_nothing_else_is_said()
    {
        SearchTool.Outcome done = search.IndexOfSamples;
        Assert.Equal(0, done.ExitCode);
        Assert.Empty(done.Error);
        string[] lines = done.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("articles    5 (5 new, 0 changed, 0 gone, 0 as before)", lines[0], StringComparison.Ordinal);
        Assert.Equal(
            ["articles", "paragraphs", "names", "places", "furniture", "skipped", "time"],
            lines.Where(line => line[0] != ' ').Select(line => line.Split(' ')[0]));
        int furniture = lines.Where(line => line[0] == ' ').Sum(line => int.Parse(line.Trim().Split(' ')[0]));
        Assert.Contains($"furniture   {furniture}", lines);
        Assert.DoesNotContain('\u001b', done.Output);
        Assert.DoesNotContain('\r', done.Output);
    }

    [Fact]
    public void What_was_not_read_is_named_and_the_exit_status_says_so()
    {
        File.WriteAllText(_folder.File("good.txt"), "A good article that has a single paragraph about apples and about pears.");
        File.WriteAllText(_folder.File("broken.jsonl"), "{\"text\":\"A line about grapes that is long enough to be a paragraph.\"}\n{broken\n");
        File.WriteAllBytes(_folder.File("picture.png"), [0x89, 0x50]);
        SearchTool.Outcome done = search.Run("index", _folder.Path, "--index", _folder.File(".index"));
        Assert.Equal(1, done.ExitCode);
        Assert.Contains("skipped broken.jsonl line 2: ", done.Error, StringComparison.Ordinal);
        Assert.Contains("skipped picture.png: ", done.Error, StringComparison.Ordinal);
        Assert.Contains("skipped     2\n", done.Output, StringComparison.Ordinal);
        Assert.Contains("articles    2 (2 new", done.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_lists_what_would_be_done_and_writes_nothing()
    {
        File.WriteAllText(_folder.File("good.txt"), "A good article that has a single paragraph about apples and about pears.");
        SearchTool.Outcome done = search.Run("index", _folder.Path, "--dry-run", "--index", _folder.File(".index"));
        Assert.Equal((0, ""), (done.ExitCode, done.Error));
        Assert.Contains("+ good.txt\n", done.Output, StringComparison.Ordinal);
        Assert.Contains("nothing was written", done.Output, StringComparison.Ordinal);
        Assert.Equal(2, search.Run("query", "apples", "--index", _folder.File(".index")).ExitCode);
    }

    [Fact]
    public async Task Watching_follows_the_folder_until_it_is_stopped_by_Ctrl_C()
    {
        File.WriteAllText(_folder.File("a.txt"), "The first article speaks of apples.");
        using Process process = search.Start("index", _folder.Path, "--watch", "--index", _folder.File(".index"));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line && !line.StartsWith("time", StringComparison.Ordinal))
        {
        }
        File.WriteAllText(_folder.File("b.txt"), "The second article speaks of pears.");
        Assert.Contains("1 new, 0 changed, 0 gone; 2 articles", await process.StandardOutput.ReadLineAsync(patience.Token), StringComparison.Ordinal);
        Assert.Contains("b", search.Run("query", "pears", "--index", _folder.File(".index")).Output, StringComparison.Ordinal);

        using (Process kill = Process.Start("kill", ["-INT", $"{process.Id}"]))
            await kill.WaitForExitAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public void Fields_can_be_named_and_a_map_that_is_none_is_refused()
    {
        File.WriteAllText(_folder.File("a.csv"), "kop;inhoud\nHaven open;De haven is weer open sinds maandag.\n");
        SearchTool.Outcome unnamed = search.Run("index", _folder.Path, "--index", _folder.File(".index"));
        Assert.Equal(1, unnamed.ExitCode);
        Assert.Contains("--map", unnamed.Error, StringComparison.Ordinal);
        Assert.Equal(0, search.Run("index", _folder.Path, "--map", "headline=kop,text=inhoud", "--index", _folder.File(".index")).ExitCode);
        Assert.Contains("Haven open", search.Run("query", "maandag", "--index", _folder.File(".index")).Output, StringComparison.Ordinal);
        SearchTool.Outcome refused = search.Run("index", _folder.Path, "--map", "nonsense", "--index", _folder.File(".index"));
        Assert.Equal((64, ""), (refused.ExitCode, refused.Output));
        Assert.Equal(64, search.Run("index", _folder.Path, "--keep-furniture", "nonsense", "--index", _folder.File(".index")).ExitCode);
    }

    [Fact]
    public void A_folder_that_is_not_there_cannot_be_indexed()
    {
        SearchTool.Outcome done = search.Run("index", _folder.File("nowhere"), "--index", _folder.File("index"));
        Assert.Equal((2, ""), (done.ExitCode, done.Output));
        Assert.Contains("nowhere", done.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("index")));
    }

    [Fact]
    public void While_another_process_writes_indexing_is_refused_and_searching_goes_on()
    {
        using MappedDirectory directory = MappedDirectory.Open(search.Index);
        using (directory.ObtainWriteLock())
        {
            SearchTool.Outcome done = search.Run("index", RepositoryPaths.Seeds, "--index", search.Index);
            Assert.Equal((2, ""), (done.ExitCode, done.Output));
            Assert.Contains("Another process", done.Error, StringComparison.Ordinal);
            Assert.Equal(0, search.Run("query", "Kim", "--index", search.Index).ExitCode);
        }
    }

    [Theory]
    [InlineData]
    [InlineData("index")]
    [InlineData("serve")]
    [InlineData("query", "Kim", "--unknown")]
    [InlineData("query", "Kim", "--limit", "many")]
    [InlineData("query", "Kim", "--limit", "0")]
    public void A_command_that_is_not_well_formed_is_a_usage_error(params string[] arguments)
    {
        SearchTool.Outcome done = search.Run(arguments);
        Assert.Equal((64, ""), (done.ExitCode, done.Output));
        Assert.StartsWith("search: ", done.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
