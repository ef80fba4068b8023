using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene86;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Variants;

namespace Search.Engine.Tests.Segments.Checking;

/// <summary>What a commit or a segment says about itself is compared with what is there.</summary>
public sealed class StatedFactsTests
{
    [Theory]
    [InlineData("index-sort-numbers", "SortField", "count", "LONG")]
    [InlineData("index-sort-numbers", "SortField", "kept", "STRING")]
    [InlineData("index-sort-floats", "SortField", "double", "DOUBLE")]
    [InlineData("index-sort-floats", "SortedNumericSortField", "numbers", "LONG")]
    [InlineData("index-sort-strings", "SortedSetSortField", "set", "")]
    public void An_order_that_the_documents_do_not_have_is_a_problem(string name, string provider, string field, string type)
    {
        var other = new IndexSortField(provider, field, type, Reverse: false, Selector: 0, Missing: null);
        Assert.Contains("order", Assert.Single(ProblemsWith(name, segment => segment with { IndexSort = [other] }).Select(Kind).Distinct(StringComparer.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("index-sort-numbers")]
    [InlineData("index-sort-floats")]
    [InlineData("index-sort-strings")]
    [InlineData("index-sort-selected")]
    public void The_opposite_order_is_a_problem(string name) =>
        Assert.NotEmpty(ProblemsWith(name, segment => segment with { IndexSort = [.. segment.IndexSort.Select(key => key with { Reverse = !key.Reverse })] }));

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void A_wrong_number_of_soft_deletions_is_a_problem(int difference)
    {
        using MemoryDirectory directory = CopyOf("soft-deletes");
        CommitPoint commit = CommitPoint.ReadLatest(directory);
        SegmentCommitInfo first = commit.Segments[0];
        Assert.True(first.SoftDeletionCount > 1);
        CommitPoint wrong = commit with
        {
            Generation = commit.Generation + 1,
            Segments = [first with { SoftDeletionCount = first.SoftDeletionCount + difference }, .. commit.Segments.Skip(1)],
        };
        directory.Rename(wrong.Write(directory), wrong.FileName);
        Assert.Contains(IndexChecker.Check(directory).Segments[0].Problems, problem => problem.Contains("soft deletions", StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> ProblemsWith(string name, Func<SegmentInfo, SegmentInfo> change)
    {
        using MemoryDirectory directory = CopyOf(name);
        SegmentInfo segment = CommitPoint.ReadLatest(directory).Segments.Single().Segment;
        directory.DeleteFile(segment.FileName("si"));
        Lucene86SegmentInfoFormat.Write(directory, change(segment));
        return IndexChecker.Check(directory).Segments.Single().Problems;
    }

    private static MemoryDirectory CopyOf(string name)
    {
        using MappedDirectory directory = MappedDirectory.Open(Variant.Of(name).Index);
        return IndexFiles.Of(directory).With("", null);
    }

    // Problems that differ by the document that they name are of one kind.
    private static string Kind(string problem) => string.Concat(problem.Where(character => !char.IsDigit(character)));
}
