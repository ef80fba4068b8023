using System.Diagnostics;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Cli;

/// <summary>Runs the command line as a process, in an empty folder of its own.</summary>
public sealed class SearchTool : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();

    public SearchTool() => IndexOfSamples = Run("index", RepositoryPaths.Seeds, "--index", Index);

    /// <summary>What indexing the samples into <see cref="Index"/> said.</summary>
    internal Outcome IndexOfSamples { get; }

    /// <summary>An index of the samples.</summary>
    internal string Index => _folder.File("samples");

    /// <summary>Where the command line runs.</summary>
    internal string Folder => _folder.Path;

    internal Outcome Run(params string[] arguments)
    {
        using Process process = Process.Start(BuiltProgram.StartInfo(BuiltProgram.Cli, _folder.Path, arguments))!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            Assert.Fail($"search {string.Join(' ', arguments)} took longer than {Patience}");
        }
        return new Outcome(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>A process that goes on; the caller reads what it says, ends and disposes it.</summary>
    internal Process Start(params string[] arguments) => Process.Start(BuiltProgram.StartInfo(BuiltProgram.Cli, _folder.Path, arguments))!;

    public void Dispose() => _folder.Dispose();

    internal sealed record Outcome(int ExitCode, string Output, string Error);
}
