namespace Search.Engine.Tests.Publishing;

/// <summary>Publishes <c>tests/Search.AotSample</c>, by the script that a reader would use, and runs it.</summary>
public sealed class AotSampleTests
{
    private const int Unavailable = 69;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Fact]
    public void A_program_that_indexes_and_searches_publishes_trimmed_without_a_warning_and_works() => PublishAndRun("trimmed", mayLackPackages: !External.IsRequired);

    [NativeAotFact]
    public void A_program_that_indexes_and_searches_publishes_natively_without_a_warning_and_works() => PublishAndRun("native", mayLackPackages: false);

    private static void PublishAndRun(string kind, bool mayLackPackages)
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var folder = new TemporaryFolder();
        string script = Path.Combine(RepositoryPaths.Root, "tests", "Search.AotSample", "publish.sh");
        (int exitCode, string output, string error) = Tool.Run(script, [kind, folder.Path], Patience);
        if (exitCode == Unavailable && mayLackPackages)
            return; // a machine without the feed, which the two commands must not need
        Assert.True(exitCode == 0, $"{output}\n{error}");
        Assert.Contains("3 of 3 paragraphs match", output, StringComparison.Ordinal);
        Assert.Contains("The [rain] came over the [river].", output, StringComparison.Ordinal);
        Assert.Contains("the index is sound", output, StringComparison.Ordinal);
    }
}
