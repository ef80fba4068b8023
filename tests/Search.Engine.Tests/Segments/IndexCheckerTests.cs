using Search.Engine.Documents;
using Search.Engine.Indexing;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Segments;

public sealed class IndexCheckerTests
{
    private static readonly Lazy<IndexFiles> Segmented = new(() =>
    {
        using MemoryDirectory directory = GoldenIndex.Segmented();
        return IndexFiles.Of(directory);
    });

    [Fact]
    public void An_index_that_was_written_here_is_sound()
    {
        using MemoryDirectory directory = GoldenIndex.Segmented();
        IndexCheckReport report = IndexChecker.Check(directory);
        Assert.Empty(report.Problems);
        Assert.All(report.Segments, segment => Assert.Empty(segment.Problems));
        Assert.True(report.IsSound);
        Assert.Equal([110, 110, 80], report.Segments.Select(segment => segment.MaxDoc));
        Assert.Equal(300 - GoldenCorpus.Deleted.Count, report.Segments.Sum(segment => segment.NumDocs));
        Assert.All(report.Segments, segment => Assert.True(segment.Terms > 0 && segment.Postings > segment.Terms && segment.Positions > 0));
    }

    [Fact]
    public void Long_lists_of_postings_and_many_points_are_sound()
    {
        using var directory = new MemoryDirectory();
        using (IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = GoldenCorpus.Analyzer }))
        {
            foreach (Document document in Enumerable.Range(0, 8).SelectMany(_ => GoldenCorpus.Documents))
                writer.AddDocument(document);
        }
        Assert.Equal([], ProblemsOf(directory));
    }

    [Fact]
    public void A_folder_without_a_commit_is_not_an_index()
    {
        using var directory = new MemoryDirectory();
        Assert.Throws<IndexNotFoundException>(() => IndexChecker.Check(directory));
    }

    [Fact]
    public void An_index_without_documents_is_sound()
    {
        using var directory = new MemoryDirectory();
        using (IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = GoldenCorpus.Analyzer }))
            writer.Commit();
        Assert.Equal([], ProblemsOf(directory));
    }

    [Fact]
    public void A_missing_file_is_a_problem_that_names_it()
    {
        foreach (string name in Segmented.Value.Names.Where(name => !name.StartsWith(CommitFiles.Prefix, StringComparison.Ordinal)))
        {
            using MemoryDirectory directory = Segmented.Value.With(name, null);
            Assert.Contains(ProblemsOf(directory), problem => problem.Contains(name, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_missing_file_of_one_segment_leaves_the_others_checked()
    {
        using MemoryDirectory directory = Segmented.Value.With("_1.fdt", null);
        IndexCheckReport report = IndexChecker.Check(directory);
        Assert.Equal([false, true, false], report.Segments.Select(segment => segment.Problems.Count > 0));
        Assert.All(new[] { report.Segments[0], report.Segments[2] }, segment => Assert.True(segment.Terms > 0));
    }

    [Fact]
    public void A_commit_that_was_cut_is_a_problem()
    {
        string name = Segmented.Value.Names.Single(name => name.StartsWith(CommitFiles.Prefix, StringComparison.Ordinal));
        for (var length = 0; length < Segmented.Value.LengthOf(name); length += 7)
        {
            using MemoryDirectory directory = Segmented.Value.With(name, Segmented.Value.Cut(name, length));
            IndexCheckReport report = IndexChecker.Check(directory);
            Assert.False(report.IsSound);
            Assert.NotEmpty(report.Problems);
        }
    }

    [Theory]
    [InlineData(11)]
    public void A_flipped_bit_anywhere_in_any_file_is_a_problem(int seed)
    {
        var random = new Random(seed);
        foreach (string name in Segmented.Value.Names)
        {
            for (var round = 0; round < 2; round++)
            {
                using MemoryDirectory directory = Segmented.Value.With(name, Segmented.Value.Damaged(name, random, mendsChecksum: false));
                Assert.NotEmpty(ProblemsOf(directory));
            }
        }
    }

    [Theory]
    [InlineData(12)]
    public void Damage_under_good_checksums_ends_in_a_report(int seed)
    {
        var random = new Random(seed);
        using MemoryDirectory single = GoldenIndex.Single();
        IndexFiles files = IndexFiles.Of(single);
        foreach (string name in files.Names)
        {
            for (var round = 0; round < 12; round++)
            {
                byte[] damaged = files.Damaged(name, random, mendsChecksum: true);
                using MemoryDirectory directory = files.With(name, damaged);
                Exception? failure = Record.Exception(() => IndexChecker.Check(directory));
                Assert.True(failure is null, $"{name}, round {round}: {failure}");
            }
        }
    }

    [Fact]
    public void Asking_for_it_ends_a_check()
    {
        using MemoryDirectory directory = GoldenIndex.Single();
        Assert.Throws<OperationCanceledException>(() => IndexChecker.Check(directory, new CancellationToken(canceled: true)));
    }

    private static string[] ProblemsOf(IndexDirectory directory)
    {
        IndexCheckReport report = IndexChecker.Check(directory);
        string[] problems = [.. report.Problems, .. report.Segments.SelectMany(segment => segment.Problems)];
        Assert.Equal(problems.Length == 0, report.IsSound);
        return problems;
    }
}
