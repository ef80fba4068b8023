using System.Collections.Concurrent;
using System.Globalization;
using Search.Engine.Analysis;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Tests.Indexing;

/// <summary>What holds when many threads change one index, at every moment and at the end.</summary>
public sealed class ConcurrentWritingTests : IDisposable
{
    private const int Threads = 4;

    private readonly MemoryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(400_000)]
    [InlineData(16 << 20)]
    public async Task Every_acknowledged_document_is_there_exactly_once(long bufferBytes)
    {
        var acknowledged = new ConcurrentBag<(string Id, long Sequence)>();
        using (IndexWriter writer = Open(bufferBytes))
        {
            await OnThreads(thread =>
            {
                for (var i = 0; i < 400; i++)
                    acknowledged.Add(($"{thread}-{i}", writer.AddDocument(Seen.Document($"{thread}-{i}", $"text number {i} of thread {thread}"))));
            });
        }
        using DirectoryReader reader = DirectoryReader.Open(_directory);
        Assert.Equal(acknowledged.Select(change => change.Id).Order(), Seen.Texts(reader).Select(text => text.Split(':')[0]).Order());
        Assert.Equal(Enumerable.Range(1, Threads * 400).Select(number => (long)number), acknowledged.Select(change => change.Sequence).Order());
        Assert.True(IndexChecker.Check(_directory).IsSound);
    }

    [Fact]
    public async Task A_reader_never_sees_no_version_or_two_of_an_updated_document()
    {
        const int Keys = 10;
        using (IndexWriter writer = Open(bufferBytes: 200_000))
        {
            for (var key = 0; key < Keys; key++)
                writer.AddDocument(Seen.Document($"{key}", "0"));
            using var done = new CancellationTokenSource();
            Task<int> watching = Task.Run(() => Watch(writer, Keys, done.Token));
            await OnThreads(thread =>
            {
                var random = new Random(thread);
                for (var i = 1; i < 400; i++)
                {
                    var id = $"{random.Next(Keys)}";
                    if (i % 3 == 0)
                        writer.UpdateDocument(new TermQuery(new Term("id", id)), Seen.Document(id, $"{i}"));
                    else
                        writer.UpdateDocument(new Term("id", id), Seen.Document(id, $"{i}"));
                    if (i % 100 == 0)
                        writer.Commit();
                }
            });
            await done.CancelAsync();
            Assert.True(await watching > 0);
        }
        Assert.Equal(Keys, Seen.In(_directory)!.Split(' ').Length);
        Assert.True(IndexChecker.Check(_directory).IsSound);
    }

    [Fact]
    public async Task A_commit_never_has_no_version_or_two_of_an_updated_document()
    {
        using (IndexWriter writer = Open(bufferBytes: 200_000))
        {
            writer.AddDocument(Seen.Document("1", "0"));
            writer.Commit();
            await OnThreads(thread =>
            {
                for (var i = 1; i < 100; i++)
                {
                    writer.UpdateDocument(new Term("id", "1"), Seen.Document("1", $"{thread}.{i}"));
                    if (i % 10 != thread)
                        continue;
                    writer.Commit();
                    Assert.Single(Seen.In(_directory)!.Split(' '));
                }
            });
        }
        Assert.Single(Seen.In(_directory)!.Split(' '));
    }

    [Fact]
    public async Task Blocks_stay_together_and_later_ones_replace_earlier_ones_whole()
    {
        using (IndexWriter writer = Open(bufferBytes: 200_000))
        {
            await OnThreads(thread =>
            {
                for (var i = 0; i < 200; i++)
                {
                    var key = $"{i % 40}";
                    writer.UpdateDocuments(new Term("id", key), Enumerable.Range(0, 1 + (i % 4)).Select(part => Seen.Document(key, $"{thread}.{i}.{part}.{1 + (i % 4)}")));
                    if (i % 60 == 0)
                        writer.OpenReader().Dispose();
                }
            });
        }
        string[] seen = Seen.In(_directory)!.Split(' ');
        var blocks = new HashSet<string>();
        for (var i = 0; i < seen.Length;)
        {
            string[] first = seen[i].Split(':', '.');
            Assert.True(blocks.Add(first[0]), $"two blocks of {first[0]}");
            int count = int.Parse(first[4], CultureInfo.InvariantCulture);
            Assert.Equal(Enumerable.Range(0, count).Select(part => $"{first[0]}:{first[1]}.{first[2]}.{part}.{count}"), seen.Skip(i).Take(count));
            i += count;
        }
        Assert.Equal(40, blocks.Count);
    }

    [Fact]
    public async Task A_delete_applies_to_everything_that_was_acknowledged_before_it()
    {
        using IndexWriter writer = Open(bufferBytes: 200_000);
        await OnThreads(thread =>
        {
            for (var i = 0; i < 200; i++)
            {
                writer.AddDocument(Seen.Document($"{thread}", $"old{i}"));
                writer.AddDocument(Seen.Document("all", $"{thread}.{i}"));
                writer.DeleteDocuments(new Term("id", $"{thread}"));
                writer.AddDocument(Seen.Document($"{thread}", $"new{i}"));
                if (i % 2 == 0)
                    writer.DeleteDocuments(new TermQuery(new Term("id", "all")));
            }
        });
        writer.DeleteDocuments(new Term("id", "all"));
        writer.Commit();
        Assert.Equal(Enumerable.Range(0, Threads).Select(thread => $"{thread}:new199"), Seen.In(_directory)!.Split(' ').Order());
    }

    [Fact]
    public async Task DeleteAll_forgets_what_came_before_it_and_nothing_after()
    {
        using (IndexWriter writer = Open(bufferBytes: 200_000))
        {
            var lastCleared = 0L;
            var added = new ConcurrentBag<(string Id, long Sequence)>();
            await OnThreads(thread =>
            {
                for (var i = 0; i < 200; i++)
                {
                    added.Add(($"{thread}-{i}", writer.AddDocument(Seen.Document($"{thread}-{i}", "x"))));
                    if (thread == 0 && i % 50 == 20)
                        lastCleared = writer.DeleteAll();
                }
            });
            writer.Commit();
            Assert.Equal(
                added.Where(change => change.Sequence > lastCleared).Select(change => $"{change.Id}:x").Order(),
                Seen.In(_directory)!.Split(' ').Order());
        }
        Assert.Equal(CommitPoint.ReadLatest(_directory).AllFiles().Order(StringComparer.Ordinal), _directory.ListAll());
    }

    [Fact]
    public async Task A_prepared_commit_has_exactly_the_changes_up_to_its_number()
    {
        using IndexWriter writer = Open(bufferBytes: 200_000);
        var changes = new ConcurrentBag<(string Id, long Sequence)>();
        var prepared = 0L;
        await OnThreads(thread =>
        {
            for (var i = 0; i < 200; i++)
            {
                changes.Add(($"{thread}-{i}", writer.AddDocument(Seen.Document($"{thread}-{i}", "x"))));
                if (thread == 0 && i == 100)
                    prepared = writer.PrepareCommit();
            }
        });
        Assert.True(writer.Commit());
        Assert.Equal(changes.Where(change => change.Sequence <= prepared).Select(change => $"{change.Id}:x").Order(), Seen.In(_directory)!.Split(' ').Order());
    }

    // Reads what is there again and again; the number of different states.
    private static int Watch(IndexWriter writer, int keys, CancellationToken done)
    {
        DirectoryReader reader = writer.OpenReader();
        var states = 1;
        while (!done.IsCancellationRequested)
        {
            string[] seen = [.. Seen.Texts(reader).Select(text => text.Split(':')[0]).Order()];
            Assert.Equal(Enumerable.Range(0, keys).Select(key => $"{key}").Order(), seen);
            Assert.Equal(keys, reader.NumDocs);
            if (writer.OpenIfChanged(reader) is not { } next)
                continue;
            reader.Dispose();
            reader = next;
            states++;
        }
        reader.Dispose();
        return states;
    }

    private static Task OnThreads(Action<int> work) => Task.WhenAll(Enumerable.Range(0, Threads).Select(thread =>
        Task.Factory.StartNew(() => work(thread), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

    private IndexWriter Open(long bufferBytes) =>
        IndexWriter.Open(_directory, new IndexWriterOptions { Analyzer = new StandardAnalyzer(), BufferBytes = bufferBytes });
}
