using Search.Engine.Codecs;
using Search.Engine.Documents;
using Search.Engine.Indexing;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure;
using Search.Engine.Tests.Segments;
using Search.Engine.Tests.Variants;

namespace Search.Engine.Tests.Indexing;

public sealed class IndexRepairTests
{
    private static readonly Lazy<IndexFiles> Sound = new(() =>
    {
        using MemoryDirectory directory = GoldenIndex.Segmented();
        return IndexFiles.Of(directory);
    });

    [Theory]
    [InlineData("_1.fdt")]
    [InlineData("_1.fnm")]
    [InlineData("_1.si")]
    public void A_broken_segment_is_dropped_into_a_new_commit_and_the_others_stay(string file)
    {
        using MemoryDirectory directory = Sound.Value.With(file, Sound.Value.Damaged(file, new Random(1), mendsChecksum: false));
        Assert.Throws<CorruptIndexException>(() => OpenAndCheck(directory));

        IndexCheckReport report = IndexChecker.Check(directory);
        IndexRepairPlan plan = IndexRepair.Plan(report);
        Assert.Equal(["_1"], plan.Dropped.Select(segment => segment.Name));
        Assert.Equal(["_0", "_2"], plan.Kept.Select(segment => segment.Name));
        Assert.Equal(file == "_1.si" ? (0L, 1) : (106L, 0), (plan.LostDocuments, plan.SegmentsOfUnknownSize));

        string[] before = [.. directory.ListAll()];
        long generation = IndexRepair.Repair(directory, plan);
        Assert.Equal(report.Generation + 1, generation);
        Assert.Equal(before.Append(CommitFiles.NameOf(generation)).Order(StringComparer.Ordinal), directory.ListAll());
        Assert.True(IndexChecker.Check(directory).IsSound);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        Assert.Equal(300 - GoldenCorpus.Deleted.Count - 106, reader.NumDocs);
    }

    [Fact]
    public void The_next_writer_goes_on_and_clears_the_broken_segment_away()
    {
        using MemoryDirectory directory = Sound.Value.With("_0.si", null);
        IndexRepair.Repair(directory, IndexRepair.Plan(IndexChecker.Check(directory)));
        using (IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = GoldenCorpus.Analyzer }))
            writer.AddDocument(new Document { Field.CreateKeyword("id", "new") });

        Assert.DoesNotContain(directory.ListAll(), name => name.StartsWith("_0", StringComparison.Ordinal));
        Assert.True(IndexChecker.Check(directory).IsSound);
    }

    [Fact]
    public void Nothing_is_kept_of_a_commit_that_cannot_be_read()
    {
        string commit = Sound.Value.Names.Single(name => name.StartsWith(CommitFiles.Prefix, StringComparison.Ordinal));
        using MemoryDirectory directory = Sound.Value.With(commit, Sound.Value.Cut(commit, 100));
        Assert.Throws<CorruptIndexException>(() => IndexRepair.Plan(IndexChecker.Check(directory)));
    }

    [Fact]
    public void A_segment_in_a_format_that_is_not_read_is_not_dropped()
    {
        using MemoryDirectory directory = Sound.Value.With("_1.fdt", FileVersions.With(Sound.Value.BytesOf("_1.fdt"), 99));
        IndexCheckReport report = IndexChecker.Check(directory);
        Assert.False(report.IsSound);
        Assert.False(IndexRepair.Plan(report).IsNeeded);
    }

    [Fact]
    public void A_number_for_the_next_segment_that_is_in_use_is_raised()
    {
        using MemoryDirectory directory = GoldenIndex.Segmented();
        var id = new SegmentId(new byte[SegmentId.ByteCount]); // a random one may have the counter's byte
        CommitPoint commit = CommitPoint.ReadLatest(directory) with { Counter = 100, Generation = 9, Id = id };
        directory.Rename(commit.Write(directory), commit.FileName);
        byte[] bytes = Codecs.CodecFiles.Read(directory, commit.FileName);
        int counter = bytes.AsSpan().IndexOf((byte)100);
        bytes[counter] = 1;
        Codecs.CodecFiles.Replace(directory, commit.FileName, FileVersions.Mended(bytes));

        IndexCheckReport report = IndexChecker.Check(directory);
        Assert.Single(report.Problems.Distinct(StringComparer.Ordinal), problem => problem.Contains("_1", StringComparison.Ordinal));
        IndexRepair.Repair(directory, IndexRepair.Plan(report));
        Assert.True(IndexChecker.Check(directory).IsSound);
        Assert.True(CommitPoint.ReadLatest(directory).Counter > 2);
    }

    [Fact]
    public void A_plan_for_an_older_commit_is_refused()
    {
        using MemoryDirectory directory = GoldenIndex.Segmented();
        IndexRepairPlan plan = IndexRepair.Plan(IndexChecker.Check(directory));
        using (IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = GoldenCorpus.Analyzer }))
            writer.AddDocument(new Document { Field.CreateKeyword("id", "new") });
        Assert.Throws<InvalidOperationException>(() => IndexRepair.Repair(directory, plan));
    }

    [Fact]
    public void A_writer_at_work_keeps_a_repair_out()
    {
        using MemoryDirectory directory = GoldenIndex.Segmented();
        using IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = GoldenCorpus.Analyzer });
        Assert.Throws<LockHeldException>(() => IndexRepair.Repair(directory, IndexRepair.Plan(IndexChecker.Check(directory))));
    }

    private static void OpenAndCheck(IndexDirectory directory)
    {
        using DirectoryReader reader = DirectoryReader.Open(directory);
        reader.CheckIntegrity();
    }
}
