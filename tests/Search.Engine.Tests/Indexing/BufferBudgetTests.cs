using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Indexing.Flushing;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Tests.Indexing;

public sealed class BufferBudgetTests : IDisposable
{
    private const long Budget = 8 << 20;

    private readonly MemoryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void What_threads_buffer_together_stays_within_the_budget(int threads)
    {
        var most = 0L;
        using (IndexWriter writer = Open())
        {
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, thread =>
            {
                var random = new Random(thread);
                for (var i = 0; i < 6000 / threads; i++)
                {
                    writer.UpdateDocument(new Term("id", $"{thread}-{i}"), Paragraph($"{thread}-{i}", random));
                    Raise(ref most, writer.BufferedBytes);
                }
            });
        }
        Assert.InRange(most, Budget / 2, Budget);
        using DirectoryReader reader = DirectoryReader.Open(_directory);
        Assert.Equal(6000, reader.NumDocs);
        Assert.InRange(reader.Leaves.Count, 2, 40);
    }

    [Fact]
    public void Deletes_count_and_are_applied_when_they_take_half_of_the_budget()
    {
        using IndexWriter writer = Open();
        writer.AddDocument(Seen.Document("0", "a"));
        var most = 0L;
        for (var i = 1; i < 60_000; i++)
        {
            writer.DeleteDocuments(new Term("id", $"{i % 50_000}"));
            most = Math.Max(most, writer.BufferedBytes);
        }
        Assert.InRange(most, Budget / 4, Budget);
        Assert.True(writer.BufferedBytes < most);
        writer.Commit();
        Assert.Equal("", Seen.In(_directory));
        Assert.Equal(0, writer.BufferedBytes);
    }

    [Fact]
    public void A_flush_frees_all_that_is_counted()
    {
        using IndexWriter writer = Open();
        for (var i = 0; i < 500; i++)
            writer.AddDocument(Paragraph($"{i}", new Random(i)));
        Assert.True(writer.BufferedBytes > 100_000);
        writer.Flush();
        Assert.Equal(0, writer.BufferedBytes);
    }

    [Fact]
    public void A_small_buffer_is_not_flushed_beside_another_flush_and_adding_waits_at_the_budget()
    {
        var policy = new FlushPolicy(1600);
        Assert.False(policy.ShouldFlushLargest(new BufferMemory(Buffered: 1300, Largest: 700, Flushing: 0, Deletes: 99)));
        Assert.True(policy.ShouldFlushLargest(new BufferMemory(Buffered: 1300, Largest: 700, Flushing: 0, Deletes: 100)));
        Assert.True(policy.ShouldFlushLargest(new BufferMemory(Buffered: 700, Largest: 100, Flushing: 700, Deletes: 0)));
        Assert.False(policy.ShouldFlushLargest(new BufferMemory(Buffered: 700, Largest: 99, Flushing: 700, Deletes: 0)));
        Assert.False(policy.MustWait(new BufferMemory(Buffered: 2000, Largest: 2000, Flushing: 0, Deletes: 0)));
        Assert.False(policy.MustWait(new BufferMemory(Buffered: 700, Largest: 100, Flushing: 799, Deletes: 0)));
        Assert.True(policy.MustWait(new BufferMemory(Buffered: 700, Largest: 100, Flushing: 800, Deletes: 0)));
        Assert.False(policy.ShouldFlushAll(new BufferMemory(Buffered: 0, Largest: 0, Flushing: 0, Deletes: 799)));
        Assert.True(policy.ShouldFlushAll(new BufferMemory(Buffered: 0, Largest: 0, Flushing: 0, Deletes: 800)));
    }

    private static Document Paragraph(string id, Random random)
    {
        string text = string.Join(' ', Enumerable.Range(0, 60).Select(_ => $"w{(int)Math.Pow(random.NextDouble() * 40, 3)}"));
        return new Document
        {
            Field.CreateKeyword("id", id, stored: true),
            Field.CreateText("t", text, stored: true, offsets: true),
            Field.CreatePoint("n", random.Next()),
            Field.CreateColumn("s", text[..20], multiValued: true),
        };
    }

    private static void Raise(ref long most, long value)
    {
        for (long seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
            Interlocked.CompareExchange(ref most, value, seen);
    }

    private IndexWriter Open() => IndexWriter.Open(_directory, new IndexWriterOptions { Analyzer = new StandardAnalyzer(), BufferBytes = Budget });
}
