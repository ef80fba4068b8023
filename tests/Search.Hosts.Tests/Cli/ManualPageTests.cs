using System.Text.RegularExpressions;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Cli;

/// <summary>The manual page (<c>packaging/search.1</c>) against what the program says of itself.</summary>
public sealed class ManualPageTests(SearchTool search) : IClassFixture<SearchTool>
{
    private static readonly string[] Everywhere = ["--help", "--version"];

    private readonly string _page = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "packaging", "search.1")).Replace("\\-", "-", StringComparison.Ordinal);

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
        string section = Assert.Single(Regex.Split(_page, "^[.]S[SH] ", RegexOptions.Multiline), part => Regex.IsMatch(part, $"^search {command}( [A-Z[]|$)", RegexOptions.Multiline) && part.StartsWith("search", StringComparison.Ordinal));
        Assert.Equal(Options(help[help.IndexOf("Options:", StringComparison.Ordinal)..]), Options(section));
    }

    [Fact]
    public void Every_command_of_the_program_has_a_section()
    {
        string help = search.Run("--help").Output;
        foreach (Match command in Regex.Matches(help[help.IndexOf("Commands:", StringComparison.Ordinal)..], "^  ([a-z]+)", RegexOptions.Multiline))
            Assert.Contains($".SS search {command.Groups[1].Value}", _page, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Options(string text) =>
        Regex.Matches(text, "(?<![a-z])--[a-z][a-z-]+").Select(option => option.Value).Except(Everywhere).Distinct().Order(StringComparer.Ordinal);
}
