using System.Reflection;
using Search.Articles;

namespace Search.Hosts.Tests.Architecture;

/// <summary>Cli and Web -> Articles -> Engine; the web host names no engine type, the command line only in check and inspect.</summary>
public sealed class ProjectArrowsTests
{
    private static readonly Assembly Web = Assembly.Load("Search.Web");
    private static readonly Assembly Cli = Assembly.Load("search");

    [Fact]
    public void The_article_layer_knows_no_host()
    {
        string[] used = References(typeof(Article).Assembly);
        Assert.Contains("Search.Engine", used);
        Assert.DoesNotContain("Search.Web", used);
        Assert.DoesNotContain("search", used);
    }

    [Fact]
    public void The_web_host_names_no_engine_type() =>
        Assert.DoesNotContain("Search.Engine", References(Web));

    [Fact]
    public void The_command_line_names_engine_types_only_in_check_and_inspect()
    {
        string[] users = [.. Cli.GetTypes()
            .Where(type => TypeReferences.Of(type).Any(used => used.Assembly.GetName().Name == "Search.Engine"))
            .Select(type => (type.DeclaringType ?? type).Name)
            .Where(name => !name.StartsWith("Check", StringComparison.Ordinal) && !name.StartsWith("Inspect", StringComparison.Ordinal))];
        Assert.Empty(users);
    }

    private static string[] References(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(reference => reference.Name!)];
}
