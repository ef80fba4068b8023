using System.Runtime.InteropServices;

namespace Search.Benchmarks.Opening;

/// <summary>This program as it is published for one kind of machine: compiled ahead, so that a new process does not compile what it runs.</summary>
internal sealed class PublishedSelf
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly string _program;

    private PublishedSelf(string program) => _program = program;

    /// <summary>Publishes into a folder.</summary>
    public static PublishedSelf Publish(string folder)
    {
        string project = Path.Combine(RepositoryPaths.Root, "tests", "Search.Benchmarks");
        string[] arguments = ["publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--no-self-contained", "-p:PublishReadyToRun=true", "-o", folder];
        (int exitCode, string output, string error) = Tool.Run("dotnet", arguments, Patience);
        return exitCode == 0 ? new PublishedSelf(Path.Combine(folder, "Search.Benchmarks")) : throw new InvalidOperationException($"dotnet publish ended with {exitCode}:\n{output}{error}");
    }

    /// <summary>Standard output of a verb.</summary>
    public string Run(params string[] arguments)
    {
        (int exitCode, string output, string error) = Tool.Run(_program, arguments, Patience);
        return exitCode == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {exitCode}:\n{error}");
    }
}
