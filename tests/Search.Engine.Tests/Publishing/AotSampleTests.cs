namespace Search.Engine.Tests.Publishing;

/// <summary>Publishes <c>tests/Search.AotSample</c> and runs it. Where the packages for that cannot be had nothing is tested.</summary>
public sealed class AotSampleTests
{
    private const int Unavailable = 69;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData("trimmed")]
    [InlineData("native")]
    public void A_program_that_indexes_and_searches_publishes_without_a_warning_and_works(string kind)
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var folder = new TemporaryFolder();
        string script = Path.Combine(RepositoryPaths.Root, "tests", "Search.AotSample", "publish.sh");
        (int exitCode, string output, string error) = Tool.Run(script, [kind, folder.Path], Patience);
        if (exitCode == Unavailable)
            return;
        Assert.True(exitCode == 0, $"{output}\n{error}");
        Assert.Contains("3 of 3 paragraphs match", output, StringComparison.Ordinal);
        Assert.Contains("The [rain] came over the [river].", output, StringComparison.Ordinal);
        Assert.Contains("the index is sound", output, StringComparison.Ordinal);
    }
}
