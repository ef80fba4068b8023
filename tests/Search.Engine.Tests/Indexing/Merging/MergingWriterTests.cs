using Search.Engine.Analysis;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Indexing.Merging;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Util;

namespace Search.Engine.Tests.Indexing.Merging;

public sealed class MergingWriterTests : IDisposable
{
    private readonly MemoryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Segments_of_one_size_are_merged_by_themselves()
    {
        using (IndexWriter writer = Open(MergeScheduler.Background))
            AddSegments(writer, 100);

        Assert.InRange(SegmentCount(), 1, 19);
        Assert.Equal(100, LiveDocs().Count);
        AssertSound();
    }

    [Fact]
    public void The_calling_thread_merges_when_it_is_told_to()
    {
        using IndexWriter writer = Open(MergeScheduler.Serial);
        AddSegments(writer, 11);
        using DirectoryReader reader = writer.OpenReader();
        Assert.Equal(2, reader.Segments.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_forced_merge_leaves_at_most_so_many_segments(int segments)
    {
        using (IndexWriter writer = Open(MergeScheduler.Background))
        {
            AddSegments(writer, 9);
            writer.DeleteDocuments(new Term("id", "4"));
            writer.ForceMerge(segments);
            writer.Commit();
            Assert.Equal(segments, SegmentCount());
        }
        Assert.Equal(["0", "1", "2", "3", "5", "6", "7", "8"], LiveDocs());
        AssertSound();
    }

    [Fact]
    public void A_forced_merge_of_merged_segments_does_nothing()
    {
        using IndexWriter writer = Open(MergeScheduler.Background);
        AddSegments(writer, 5);
        writer.ForceMerge(1);
        writer.Commit();
        IReadOnlyList<string> files = _directory.ListAll();
        writer.ForceMerge(1);
        Assert.False(writer.Commit());
        Assert.Equal(files, _directory.ListAll());
    }

    [Fact]
    public void Deleted_documents_are_dropped_where_they_are_many()
    {
        using IndexWriter writer = Open(MergeScheduler.Background);
        for (var i = 0; i < 20; i++)
            writer.AddDocument(Seen.Document($"{i}", "a"));
        writer.Flush();
        writer.AddDocument(Seen.Document("20", "b"));
        for (var i = 0; i < 5; i++)
            writer.DeleteDocuments(new Term("id", $"{i}"));
        writer.ForceMergeDeletes();
        using DirectoryReader reader = writer.OpenReader();
        Assert.Equal((16, 16), (reader.MaxDoc, reader.NumDocs));
        Assert.Equal(2, reader.Segments.Count);
    }

    [Fact]
    public void A_segment_without_live_documents_is_dropped()
    {
        using (IndexWriter writer = Open(MergeScheduler.Background, NoMergePolicy.Instance))
        {
            AddSegments(writer, 3);
            writer.DeleteDocuments(new Term("id", "1"));
        }
        Assert.Equal(2, SegmentCount());
        Assert.Equal(["0", "2"], LiveDocs());
    }

    [Fact]
    public async Task Documents_that_are_deleted_during_a_merge_stay_deleted()
    {
        using var gated = new GatedDirectory(_directory);
        using (IndexWriter writer = Open(MergeScheduler.Background, directory: gated))
        {
            AddSegments(writer, 4, perSegment: 3);
            writer.DeleteDocuments(new Term("id", "5"));
            writer.Commit();
            gated.Close();
            Task forced = Task.Run(() => writer.ForceMerge(1));
            gated.AwaitMerge();
            writer.DeleteDocuments(new Term("id", "7"));
            writer.UpdateDocument(new Term("id", "0"), Seen.Document("0", "new"));
            for (var id = 9; id < 12; id++) // a whole source
                writer.DeleteDocuments(new Term("id", $"{id}"));
            writer.Commit();
            Assert.Equal(["0:new", "1:a", "2:a", "3:a", "4:a", "6:a", "8:a"], Seen.In(_directory)!.Split(' ').Order(StringComparer.Ordinal));
            gated.Open();
            await forced;
            writer.Commit();
            Assert.Equal(["0:new", "1:a", "2:a", "3:a", "4:a", "6:a", "8:a"], Seen.In(_directory)!.Split(' ').Order(StringComparer.Ordinal));
        }
        AssertSound();
    }

    [Fact]
    public void Readers_of_the_time_before_a_merge_stay_valid()
    {
        using IndexWriter writer = Open(MergeScheduler.Background);
        AddSegments(writer, 6);
        using DirectoryReader before = writer.OpenReader();
        writer.ForceMerge(1);
        writer.Commit();
        using DirectoryReader after = writer.OpenIfChanged(before)!;
        Assert.Equal((6, 1), (before.Segments.Count, after.Segments.Count));
        Assert.Equal(IdsOf(after), IdsOf(before));
        before.CheckIntegrity();
    }

    [Fact]
    public async Task Closing_waits_for_merges()
    {
        using var gated = new GatedDirectory(_directory);
        IndexWriter writer = Open(MergeScheduler.Background, directory: gated);
        gated.Close();
        AddSegments(writer, 12);
        gated.AwaitMerge();
        Task closed = Task.Run(writer.Dispose);
        Assert.NotSame(closed, await Task.WhenAny(closed, Task.Delay(50)));
        gated.Open();
        await closed;
        Assert.InRange(SegmentCount(), 1, 3);
        AssertSound();
    }

    [Fact]
    public async Task Rolling_back_gives_merges_up_and_leaves_nothing_of_them()
    {
        using var gated = new GatedDirectory(_directory);
        IndexWriter writer = Open(MergeScheduler.Background, directory: gated);
        AddSegments(writer, 9);
        writer.Commit();
        gated.Close();
        AddSegments(writer, 3);
        gated.AwaitMerge();
        Task closed = Task.Run(writer.Rollback);
        gated.Open();
        await closed;
        Assert.Equal(9, SegmentCount());
        AssertSound();
    }

    [Fact]
    public void Emptying_the_index_empties_it_of_what_is_being_merged()
    {
        using var gated = new GatedDirectory(_directory);
        using (IndexWriter writer = Open(MergeScheduler.Background, directory: gated))
        {
            gated.Close();
            AddSegments(writer, 11);
            gated.AwaitMerge();
            writer.DeleteAll();
            gated.Open();
        }
        Assert.Equal("", Seen.In(_directory));
        AssertSound();
    }

    [Fact]
    public async Task Adding_waits_while_too_many_merges_wait()
    {
        using var gated = new GatedDirectory(_directory);
        var scheduler = new MergeScheduler { MaxThreads = 1, MaxWaiting = 1 };
        using IndexWriter writer = Open(scheduler, new TieredMergePolicy { SegmentsPerTier = 2, MaxMergeAtOnce = 2 }, gated);
        gated.Close();
        Task adding = Task.Run(() => AddSegments(writer, 30));
        gated.AwaitMerge();
        Assert.NotSame(adding, await Task.WhenAny(adding, Task.Delay(200)));
        gated.Open();
        await adding;
    }

    [Fact]
    public void A_failed_merge_ends_the_writer_and_says_why()
    {
        using var gated = new GatedDirectory(_directory);
        IndexWriter writer = Open(MergeScheduler.Background, directory: gated);
        AddSegments(writer, 9);
        writer.Commit();
        gated.Close();
        AddSegments(writer, 2);
        gated.AwaitMerge();
        _directory.CreateOutput($"_{Base36.Format(11)}.fdt").Dispose(); // in the merge's way
        gated.Open();
        var ended = Assert.Throws<ObjectDisposedException>(() => writer.ForceMerge(1));
        Assert.Contains("_b.fdt", ended.Message, StringComparison.Ordinal);
        Assert.IsType<IOException>(ended.InnerException);
        writer.Dispose();
        Assert.Equal(9, LiveDocs().Count);
        AssertSound();
    }

    [Fact]
    public void New_segments_are_compound_unless_told_otherwise()
    {
        using (IndexWriter writer = Open(MergeScheduler.Serial))
            AddSegments(writer, 1);
        Assert.Equal(["_0.cfe", "_0.cfs", "_0.si", "segments_1"], _directory.ListAll());
        using (IndexWriter writer = IndexWriter.Open(_directory, new IndexWriterOptions { Analyzer = new StandardAnalyzer(), UseCompoundFile = false }))
            writer.AddDocument(Seen.Document("1", "b"));
        Assert.Contains("_1.fdt", _directory.ListAll());
        AssertSound();
    }

    private IndexWriter Open(MergeScheduler scheduler, MergePolicy? policy = null, IndexDirectory? directory = null) =>
        IndexWriter.Open(directory ?? _directory, new IndexWriterOptions
        {
            Analyzer = new StandardAnalyzer(),
            MergeScheduler = scheduler,
            MergePolicy = policy ?? new TieredMergePolicy(),
        });

    private static void AddSegments(IndexWriter writer, int count, int perSegment = 1)
    {
        for (var i = 0; i < count * perSegment; i++)
        {
            writer.AddDocument(Seen.Document($"{i}", "a"));
            if ((i + 1) % perSegment == 0)
                writer.Flush();
        }
    }

    private int SegmentCount() => CommitPoint.ReadLatest(_directory).Segments.Count;

    private List<string> LiveDocs()
    {
        using DirectoryReader reader = DirectoryReader.Open(_directory);
        return IdsOf(reader);
    }

    private static List<string> IdsOf(DirectoryReader reader) => [.. Seen.Texts(reader).Select(text => text.Split(':')[0]).Order(StringComparer.Ordinal)];

    // Sound, and no file that the commit does not need.
    private void AssertSound()
    {
        Assert.True(IndexChecker.Check(_directory).IsSound);
        Assert.Equal(CommitPoint.ReadLatest(_directory).AllFiles().Order(StringComparer.Ordinal), _directory.ListAll());
    }
}
