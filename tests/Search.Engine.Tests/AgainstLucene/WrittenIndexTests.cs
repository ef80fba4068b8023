using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Tests.AgainstLucene;

/// <summary>Indexes that we wrote are sound to Lucene, and both searches find the same in them.</summary>
public abstract class WrittenIndexTests(WrittenIndex index, Range segments)
{
    [OracleFact]
    public void Lucene_finds_nothing_wrong()
    {
        Oracle.AssertSound(index.Fresh);
        AssertSegments(index.Fresh);
    }

    [OracleFact]
    public void Lucene_finds_nothing_wrong_after_deletes_and_updates()
    {
        Oracle.AssertSound(index.Changed);
        AssertCounts(index.Changed, LargeCorpus.Paragraphs + LargeCorpus.Updates, LargeCorpus.Paragraphs - LargeCorpus.Deletes);
    }

    [OracleFact]
    public void Hits_scores_and_totals_are_Lucenes() => AssertSame(index.Fresh);

    [OracleFact]
    public void Hits_scores_and_totals_are_Lucenes_after_deletes_and_updates() => AssertSame(index.Changed);

    private void AssertSegments(string folder)
    {
        using MappedDirectory directory = MappedDirectory.Open(folder);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        Assert.InRange(reader.Leaves.Count, segments.Start.Value, segments.End.Value);
        Assert.Equal((LargeCorpus.Paragraphs, LargeCorpus.Paragraphs), (reader.MaxDoc, reader.NumDocs));
    }

    private static void AssertCounts(string folder, int maxDoc, int numDocs)
    {
        using MappedDirectory directory = MappedDirectory.Open(folder);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        Assert.Equal((maxDoc, numDocs), (reader.MaxDoc, reader.NumDocs));
    }

    private static void AssertSame(string folder) =>
        SearchComparison.AssertSame(folder, LargeCorpus.Queries, SearchComparison.Ask(folder, LargeCorpus.Queries));
}
