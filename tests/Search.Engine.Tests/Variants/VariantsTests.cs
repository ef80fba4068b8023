using System.Text.Json;
using Search.Engine.Search;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Dump;
using Search.Engine.Tests.Infrastructure.Requests;

namespace Search.Engine.Tests.Variants;

/// <summary>Every variant of the format that Lucene writes is read as Lucene reads it. Needs no Java.</summary>
public sealed class VariantsTests
{
    public static TheoryData<string> Names => Variant.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void All_that_Lucene_sees_in_the_index_is_seen(string name)
    {
        Variant variant = Variant.Of(name);

        Assert.Equal(WithoutVectors(variant.Dump()), WithoutVectors(IndexDump.OfFolder(variant.Index)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Searches_find_what_Lucene_finds_with_the_same_scores(string name)
    {
        Variant variant = Variant.Of(name);
        using MappedDirectory directory = MappedDirectory.Open(variant.Index);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);
        foreach (JsonElement expected in variant.Hits())
        {
            TopDocs actual = searcher.Search(QueryForms.Parse(expected.GetProperty("query")), 10, new SearchOptions { TotalHitsThreshold = int.MaxValue });
            string[] lucene = [.. expected.GetProperty("top").EnumerateArray().Select(hit => $"{hit[0].GetInt32()} {hit[1].GetString()}")];
            Assert.Equal(lucene, actual.ScoreDocs.Select(hit => $"{hit.Doc} {BitConverter.SingleToUInt32Bits(hit.Score):x8}"));
            Assert.Equal(expected.GetProperty("total").GetInt64(), actual.TotalHits.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_check_finds_nothing(string name)
    {
        using MappedDirectory directory = MappedDirectory.Open(Variant.Of(name).Index);
        IndexCheckReport report = IndexChecker.Check(directory);
        Assert.Equal([], report.Problems.Concat(report.Segments.SelectMany(segment => segment.Problems)));
    }

    [Fact]
    public void Every_commit_that_a_deletion_policy_kept_can_be_read()
    {
        Variant variant = Variant.Of("commits");
        using MappedDirectory directory = MappedDirectory.Open(variant.Index);
        for (long generation = 1; generation <= 4; generation++)
        {
            CommitPoint commit = CommitPoint.Read(directory, CommitFiles.NameOf(generation));
            using DirectoryReader reader = DirectoryReader.Open(directory, commit, [], Variant.AsWritten);
            Assert.Equal(variant.Dump(generation), IndexDump.Of(reader, directory));
        }
    }

    // Term vectors are recognised and not read.
    private static IEnumerable<string> WithoutVectors(IEnumerable<string> lines) =>
        lines.Where(line => !line.StartsWith("{\"kind\":\"vectors\"", StringComparison.Ordinal));
}
