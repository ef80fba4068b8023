using System.Reflection;
using Search.Engine.Index;

namespace Search.Engine.Tests.Architecture;

/// <summary>The folders of the engine and the arrows between them: a new arrow changes this table and ARCHITECTURE.md together.</summary>
public sealed class ArchitectureTests
{
    private const string Prefix = "Search.Engine.";

    // Folder, and the folders that it may use.
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Util"] = [],
        ["Store"] = ["Util"],
        ["Fst"] = ["Store", "Util"],
        ["Analysis"] = ["Util"],
        ["Index"] = ["Util"],
        ["Documents"] = ["Analysis", "Index", "Util"],
        ["Codecs"] = ["Fst", "Index", "Store", "Util"],
        ["Segments"] = ["Codecs", "Index", "Store", "Util"],
        ["Search"] = ["Index", "Util"],
        ["Indexing"] = ["Analysis", "Codecs", "Documents", "Index", "Search", "Segments", "Store", "Util"],
        ["QueryParsing"] = ["Analysis", "Index", "Search", "Util"],
        ["Highlighting"] = ["Analysis", "Index", "Search", "Util"],
    };

    private static readonly Assembly EngineAssembly = typeof(Term).Assembly;

    [Fact]
    public void Every_folder_uses_only_the_folders_that_the_table_allows()
    {
        var forbidden = new SortedSet<string>(StringComparer.Ordinal);
        foreach (Type type in EngineAssembly.GetTypes())
        {
            if (FolderOf(type) is not { } from)
                continue;
            foreach (Type used in TypeReferences.Of(type).Where(used => used.Assembly == EngineAssembly))
            {
                if (FolderOf(used) is { } to && to != from && !Arrows[from].Contains(to, StringComparer.Ordinal))
                    forbidden.Add($"{from} -> {to}: {type.FullName} uses {used.FullName}");
            }
        }
        Assert.True(forbidden.Count == 0, string.Join('\n', forbidden));
    }

    [Fact]
    public void Every_type_stands_in_a_folder_of_the_table()
    {
        string[] strangers = [.. EngineAssembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("Search.Engine", StringComparison.Ordinal) == true)
            .Where(type => FolderOf(type) is not { } folder || !Arrows.ContainsKey(folder))
            .Select(type => type.FullName!)];
        Assert.Empty(strangers);
    }

    [Fact]
    public void The_engine_depends_on_the_base_class_library_only()
    {
        string[] foreign = [.. EngineAssembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal))];
        Assert.Empty(foreign);
    }

    [Fact]
    public void The_table_is_free_of_cycles()
    {
        foreach (string folder in Arrows.Keys)
            Assert.DoesNotContain(folder, Reachable(folder));
    }

    private static HashSet<string> Reachable(string folder)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(Arrows[folder]);
        while (open.TryPop(out string? next))
        {
            if (!reached.Add(next))
                continue;
            foreach (string further in Arrows[next])
                open.Push(further);
        }
        return reached;
    }

    private static string? FolderOf(Type type)
    {
        string? space = type.Namespace;
        return space is not null && space.StartsWith(Prefix, StringComparison.Ordinal)
            ? space[Prefix.Length..].Split('.')[0]
            : null;
    }
}
