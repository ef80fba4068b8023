using System.Text.RegularExpressions;
using Search.Engine.Index;

namespace Search.Engine.Tests.Documentation;

/// <summary><c>docs/engine.md</c> says what is there.</summary>
public sealed partial class EngineDocumentTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "engine.md"));

    [Fact]
    public void The_first_program_is_the_one_that_is_compiled()
    {
        string program = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "tests", "Search.FirstProgram", "Program.cs"));
        Assert.Contains(program.Trim(), Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_program_prints_marked_paragraphs()
    {
        using var folder = new TemporaryFolder();
        string seeds = Path.Combine(RepositoryPaths.Root, "seeds");
        (int exitCode, string output, string error) = Tool.Run("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Search.FirstProgram.dll"), folder.File("index"), seeds, "\"explosive drones\""], TimeSpan.FromMinutes(1));
        Assert.True(exitCode == 0, error);
        Assert.Contains("five [explosive drones]", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_type_that_the_migration_table_offers_exists()
    {
        string table = Text[Text.IndexOf("## Coming from", StringComparison.Ordinal)..];
        string[] offered = [.. table.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2)
            .SelectMany(line => Name().Matches(line.Split(" | ")[1])).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)];
        HashSet<string> known = [.. typeof(Term).Assembly.GetExportedTypes().SelectMany(type => type.GetMembers().Select(member => member.Name).Append(type.Name.Split('`')[0]))];
        Assert.True(offered.Length > 30);
        Assert.Subset(known, offered.ToHashSet(StringComparer.Ordinal));
    }

    [GeneratedRegex("`(?:Search\\.Engine\\.|new )?(?:[A-Za-z]+\\.)*(?<name>[A-Z][A-Za-z0-9]+)[^`]*`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
