using Search.Engine.Indexing;
using Search.Engine.Indexing.Merging;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Soak.Model;

namespace Search.Engine.Tests.Indexing;

public sealed class ConcurrentUpdatesTests
{
    private const int Threads = 4;
    private const int Keys = 60;
    private const int Changes = 150;

    [Theory]
    [InlineData(1, 1 << 18)]
    [InlineData(2, 1 << 18)]
    [InlineData(3, 1 << 18)]
    [InlineData(4, 1 << 17)]
    public void Updates_of_many_threads_never_delete_what_they_add_themselves(int seed, long bufferBytes)
    {
        using var directory = new MemoryDirectory();
        ChangeSequence[] lanes = [.. Enumerable.Range(0, Threads).Select(lane => new ChangeSequence(seed, lane, Keys))];
        using (IndexWriter writer = IndexWriter.Open(directory, ModelDocuments.WriterOptions(bufferBytes) with { MergePolicy = NoMergePolicy.Instance }))
        {
            Thread[] threads = [.. lanes.Select(lane => new Thread(() => Change(writer, lane)))];
            foreach (Thread thread in threads)
                thread.Start();
            foreach (Thread thread in threads)
                thread.Join();
        }
        using DirectoryReader reader = DirectoryReader.Open(directory);
        RecoveredIndex.CheckContent(reader, lanes.SelectMany(lane => lane.State).ToDictionary());
    }

    private static void Change(IndexWriter writer, ChangeSequence lane)
    {
        for (var i = 0; i < Changes; i++)
            ModelDocuments.Apply(writer, lane.Next());
    }
}
