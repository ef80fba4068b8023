namespace Search.Articles.Tests.Architecture;

/// <summary>The folders of the article layer and the arrows between them: a new arrow changes this table and ARCHITECTURE.md together.</summary>
public sealed class ArchitectureTests
{
    private static readonly FolderArrows Arrows = new(typeof(Article).Assembly, new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Searching"] = [],
        ["Citing"] = ["Searching"],
        ["Paragraphs"] = [],
        ["Cleaning"] = ["Paragraphs"],
        ["Reading"] = ["Cleaning", "Paragraphs", "Searching"],
        ["Names"] = [],
        ["Schema"] = [],
        ["Querying"] = ["Schema", "Searching"],
        ["Ranking"] = ["Querying", "Schema", "Searching"],
        ["Results"] = ["Paragraphs", "Querying", "Ranking", "Schema", "Searching"],
        ["Indexing"] = ["Cleaning", "Names", "Reading", "Results", "Schema", "Searching"],
    });

    [Fact]
    public void Every_folder_uses_only_the_folders_that_the_table_allows() => Assert.Empty(Arrows.Forbidden());

    [Fact]
    public void Every_type_stands_in_a_folder_of_the_table() => Assert.Empty(Arrows.Strangers());

    [Fact]
    public void The_table_is_free_of_cycles() => Assert.Empty(Arrows.Cycles());
}
