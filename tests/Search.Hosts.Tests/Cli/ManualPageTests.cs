namespace Search.Hosts.Tests.Cli;

/// <summary>The manual page (<c>packaging/search.1</c>) against what the program says of itself.</summary>
public sealed class ManualPageTests(SearchTool search) : IClassFixture<SearchTool>
{
    private readonly string[] _sections = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "packaging", "search.1"))
        .Replace("\\-", "-", StringComparison.Ordinal).Split([".SS ", ".SH "], StringSplitOptions.None);

    [Theory]
    [InlineData("index")]
    [InlineData("query")]
    [InlineData("questions")]
    [InlineData("check")]
    [InlineData("inspect")]
    [InlineData("config")]
    [InlineData("keys create")]
    [InlineData("keys list")]
    [InlineData("keys revoke")]
    public void Every_command_has_a_section_with_its_options_and_no_others(string command)
    {
        string help = search.Run([.. command.Split(' '), "--help"]).Output;
        string section = Assert.Single(_sections, section => $"{section.Split('\n')[0]} ".StartsWith($"search {command} ", StringComparison.Ordinal));
        Assert.Equal(Options(help[help.IndexOf("Options:", StringComparison.Ordinal)..]), Options(section));
    }

    [Fact]
    public void Every_command_of_the_program_has_a_section()
    {
        string help = search.Run("--help").Output;
        string[] commands = [.. help[help.IndexOf("Commands:", StringComparison.Ordinal)..].Split('\n').Skip(1).Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ').Select(line => line.Trim().Split(' ')[0])];
        Assert.Contains("questions", commands);
        Assert.All(commands, command => Assert.Contains(_sections, section => section.StartsWith($"search {command}", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Options(string text) =>
        text.Split([' ', '\n', ',', ':', '.', ';', '"', '\\'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.StartsWith("--", StringComparison.Ordinal) && word != "--help").Distinct().Order(StringComparer.Ordinal);
}
