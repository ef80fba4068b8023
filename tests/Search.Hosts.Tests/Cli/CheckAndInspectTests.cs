namespace Search.Hosts.Tests.Cli;

/// <summary><c>search check</c> and <c>search inspect</c>.</summary>
public sealed class CheckAndInspectTests(SearchTool search) : IClassFixture<SearchTool>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_sound_index_is_called_sound()
    {
        SearchTool.Outcome report = search.Run("check", search.Index);
        Assert.Equal((0, ""), (report.ExitCode, report.Error));
        string[] lines = report.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.EndsWith(": sound", lines[0], StringComparison.Ordinal);
        Assert.Equal("commit 1 is sound", lines[^1]);
    }

    [Theory]
    [InlineData("*.cfs")]
    [InlineData("*.cfe")]
    [InlineData("segments_*")]
    public void A_flipped_byte_is_found_and_its_file_named(string pattern)
    {
        foreach (string file in Directory.EnumerateFiles(search.Index))
            File.Copy(file, _folder.File(Path.GetFileName(file)));
        string damaged = Directory.EnumerateFiles(_folder.Path, pattern).Single();
        byte[] bytes = File.ReadAllBytes(damaged);
        bytes[bytes.Length / 2] ^= 0x10;
        File.WriteAllBytes(damaged, bytes);

        SearchTool.Outcome report = search.Run("check", _folder.Path);
        Assert.Equal((1, ""), (report.ExitCode, report.Error));
        Assert.Contains(Path.GetFileName(damaged), report.Output, StringComparison.Ordinal);
        Assert.EndsWith("the index is not sound\n", report.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repair_says_what_it_would_lose_and_does_it_only_when_confirmed()
    {
        foreach (string file in Directory.EnumerateFiles(search.Index))
            File.Copy(file, _folder.File(Path.GetFileName(file)));
        string damaged = Directory.EnumerateFiles(_folder.Path, "*.cfs").Single();
        File.WriteAllBytes(damaged, File.ReadAllBytes(damaged)[..^1]);
        string[] before = [.. Directory.EnumerateFiles(_folder.Path).Order(StringComparer.Ordinal)];

        SearchTool.Outcome plan = search.Run("check", _folder.Path, "--repair");
        Assert.Equal((1, ""), (plan.ExitCode, plan.Error));
        Assert.Contains("segments to drop: _0\n", plan.Output, StringComparison.Ordinal);
        Assert.Matches(@"a repair loses [1-9]\d* documents; nothing was changed", plan.Output);
        Assert.Equal(before, Directory.EnumerateFiles(_folder.Path).Order(StringComparer.Ordinal));

        SearchTool.Outcome repair = search.Run("check", _folder.Path, "--repair", "--confirm");
        Assert.Equal((0, ""), (repair.ExitCode, repair.Error));
        Assert.Matches(@"commit 2 was written without them; [1-9]\d* documents are lost\n$", repair.Output);
        Assert.Equal("commit 2 is sound\n", search.Run("check", _folder.Path).Output);
    }

    [Fact]
    public void A_confirmation_without_a_repair_is_not_understood() =>
        Assert.Equal(64, search.Run("check", search.Index, "--confirm").ExitCode);

    [Theory]
    [InlineData("check")]
    [InlineData("inspect")]
    public void Where_there_is_no_index_the_command_fails(string command)
    {
        foreach (string folder in new[] { _folder.Path, _folder.File("nowhere") })
        {
            SearchTool.Outcome failed = search.Run(command, folder);
            Assert.Equal((2, ""), (failed.ExitCode, failed.Output));
            Assert.Contains("no index", failed.Error, StringComparison.Ordinal);
        }
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Inspect_shows_commit_segments_files_and_fields()
    {
        SearchTool.Outcome report = search.Run("inspect", search.Index);
        Assert.Equal((0, ""), (report.ExitCode, report.Error));
        foreach (string expected in new[] { "commit     1\n", "documents  ", "segments   1\n", "segments_1\n", "  body  ", "  name  ", "search.version = " })
            Assert.Contains(expected, report.Output, StringComparison.Ordinal);
        Assert.Equal(
            Directory.EnumerateFiles(search.Index).Where(file => !file.EndsWith("write.lock", StringComparison.Ordinal)).Sum(file => new FileInfo(file).Length),
            report.Output[report.Output.IndexOf("files\n", StringComparison.Ordinal)..report.Output.IndexOf("fields ", StringComparison.Ordinal)]
                .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Sum(line => long.Parse(line.Trim().Split(' ')[0])));
    }

    public void Dispose() => _folder.Dispose();
}
