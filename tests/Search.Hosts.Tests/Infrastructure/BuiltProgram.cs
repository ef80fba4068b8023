using System.Diagnostics;

namespace Search.Hosts.Tests.Infrastructure;

/// <summary>The programs of this repository as they were built with the tests, in the same configuration.</summary>
internal static class BuiltProgram
{
    public static string Web { get; } = PathOf("Search.Web", "Search.Web.dll");

    public static string Cli { get; } = PathOf("Search.Cli", "search.dll");

    /// <summary>How to start one: nothing of the settings of whoever runs the tests reaches it.</summary>
    public static ProcessStartInfo StartInfo(string program, string workingFolder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = workingFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("SEARCH_", StringComparison.Ordinal) || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        return start;
    }

    private static string PathOf(string project, string assembly)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(RepositoryPaths.Root, "src", project, "bin", output.Parent!.Name, output.Name, assembly);
    }
}
