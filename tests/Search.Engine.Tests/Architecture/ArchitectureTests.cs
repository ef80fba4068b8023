using System.Reflection;
using Search.Engine.Index;

namespace Search.Engine.Tests.Architecture;

/// <summary>The folders of the engine and the arrows between them: a new arrow changes this table and ARCHITECTURE.md together.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly EngineAssembly = typeof(Term).Assembly;

    private static readonly FolderArrows Arrows = new(EngineAssembly, new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Util"] = [],
        ["Store"] = ["Util"],
        ["Fst"] = ["Store", "Util"],
        ["Automata"] = ["Util"],
        ["Analysis"] = ["Util"],
        ["Index"] = ["Automata", "Util"],
        ["Documents"] = ["Analysis", "Index", "Util"],
        ["Codecs"] = ["Automata", "Fst", "Index", "Store", "Util"],
        ["Segments"] = ["Codecs", "Index", "Store", "Util"],
        ["Search"] = ["Automata", "Index", "Util"],
        ["Indexing"] = ["Analysis", "Codecs", "Documents", "Index", "Search", "Segments", "Store", "Util"],
        ["QueryParsing"] = ["Analysis", "Automata", "Index", "Search", "Util"],
        ["Highlighting"] = ["Analysis", "Index", "Search", "Util"],
        ["Suggest"] = ["Analysis", "Automata", "Fst", "Index", "Search", "Store", "Util"],
    });

    [Fact]
    public void Every_folder_uses_only_the_folders_that_the_table_allows() => Assert.Empty(Arrows.Forbidden());

    [Fact]
    public void Every_type_stands_in_a_folder_of_the_table()
    {
        Assert.Empty(Arrows.Strangers());
        Assert.DoesNotContain(EngineAssembly.GetTypes(), type => type.Namespace == "Search.Engine");
    }

    [Fact]
    public void The_table_is_free_of_cycles() => Assert.Empty(Arrows.Cycles());

    [Fact]
    public void A_use_that_stands_only_in_a_method_body_is_seen() => Assert.Contains(typeof(Term), TypeReferences.Of(typeof(Sample)));

    [Fact]
    public void The_engine_depends_on_the_base_class_library_only()
    {
        string[] foreign = [.. EngineAssembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal))];
        Assert.Empty(foreign);
    }

    private static class Sample
    {
        public static string Text() => new Term("body", "word").Text;
    }
}
