using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.AgainstLucene;

/// <summary>A third of the queries over smaller indexes with other settings.</summary>
public sealed class IndexVariantsTests
{
    private const int Paragraphs = 4000;

    [OracleTheory]
    [InlineData("--no-offsets --compound --segments 3")]
    [InlineData("--index-sort date --best-compression --segments 2 --deletes 300 --updates 200")]
    public void Hits_scores_and_totals_are_Lucenes_in_an_index_that_Lucene_wrote(string options)
    {
        using var folder = new TemporaryFolder();
        Oracle.Run(["index", GeneratedCorpus.Paragraphs(Paragraphs), folder.Path, .. options.Split(' ')]);
        AssertSame(folder.Path);
    }

    [OracleFact]
    public void Hits_scores_and_totals_are_Lucenes_in_an_index_that_we_wrote_without_offsets()
    {
        using var folder = new TemporaryFolder();
        new ParagraphIndexer { Offsets = false, Segments = 3, Deletes = 300, Updates = 200 }.Index(GeneratedCorpus.Paragraphs(Paragraphs), folder.Path);
        AssertSame(folder.Path);
    }

    private static void AssertSame(string folder)
    {
        QueryLine[] queries = [.. LargeCorpus.Queries.Where((_, i) => i % 3 == 0)];
        SearchComparison.AssertSame(folder, queries, SearchComparison.Ask(folder, queries));
    }
}
