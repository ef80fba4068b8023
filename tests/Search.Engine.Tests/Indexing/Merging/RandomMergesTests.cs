using System.Text.RegularExpressions;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Indexing.Merging;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Dump;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Indexing.Merging;

/// <summary>Paragraphs with every kind of field, in segments of random sizes, hold the same before and after any merge.</summary>
public sealed partial class RandomMergesTests
{
    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 40)]
    [InlineData(20, 150)]
    public void A_merge_changes_nothing_but_the_numbers_of_documents(int segments, int deletes)
    {
        using var source = new MemoryDirectory();
        Write(source, segments, deletes);
        using var target = new MemoryDirectory();
        SegmentMerger merger = MergedIndex.Write(source, target, isCompound: segments == 3);

        Assert.True(IndexChecker.Check(target).IsSound);
        Assert.InRange(merger.PeakBytes, 1, 1 << 20);
        using DirectoryReader before = DirectoryReader.Open(source);
        using DirectoryReader after = DirectoryReader.Open(target);
        Assert.Equal((before.NumDocs, before.NumDocs), (after.NumDocs, after.MaxDoc));
        Assert.Equal(ContentOf(before), ContentOf(after));
    }

    [Fact]
    public void A_merge_is_given_up_when_it_is_told_to()
    {
        using var source = new MemoryDirectory();
        Write(source, 3, 10);
        using DirectoryReader reader = DirectoryReader.Open(source);
        using var target = new MemoryDirectory();
        var merger = new SegmentMerger(target, "_0", MergeSource.InOrder(reader.Segments.Select(segment => (segment, segment.LiveDocs))), _ => null);
        using var abort = new CancellationTokenSource();
        abort.Cancel();
        Assert.Throws<OperationCanceledException>(() => merger.Merge(_ => false, abort.Token));
        Assert.Empty(target.ListAll().Except(merger.CreatedFiles, StringComparer.Ordinal));
    }

    [Fact]
    public void Damaged_sources_are_not_merged()
    {
        using var source = new MemoryDirectory();
        Write(source, 2, 0);
        Segments.IndexFiles files = Segments.IndexFiles.Of(source);
        var random = new Random(5);
        foreach (string name in files.Names.Where(name => name.EndsWith(".cfs", StringComparison.Ordinal)))
        {
            using MemoryDirectory damaged = files.With(name, files.Damaged(name, random, mendsChecksum: false));
            using var target = new MemoryDirectory();
            Assert.Throws<CorruptIndexException>(() => MergedIndex.Write(damaged, target));
        }
    }

    // Points are counted with those of deleted documents.
    private static IEnumerable<string> ContentOf(IndexReader reader) =>
        IndexDump.Content(reader, DumpMode.ById).Select(line => PointCounts().Replace(line, ""));

    [GeneratedRegex("\"size\":[0-9]+,\"docCount\":[0-9]+,(?=\"digested\")", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PointCounts();

    private static void Write(IndexDirectory directory, int segments, int deletes)
    {
        var random = new Random(segments);
        var indexer = new ParagraphIndexer { Extras = true };
        string[] lines = [.. File.ReadLines(GeneratedCorpus.Paragraphs(2000)).Take(600)];
        HashSet<int> ends = [.. Enumerable.Range(0, segments - 1).Select(_ => random.Next(lines.Length))];
        using IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = ParagraphIndexer.Analyzer, MergePolicy = NoMergePolicy.Instance });
        for (var i = 0; i < lines.Length; i++)
        {
            writer.AddDocument(indexer.ToDocument(lines[i]));
            if (ends.Contains(i))
                writer.Flush();
        }
        for (var i = 0; i < deletes; i++)
            writer.DeleteDocuments(ParagraphIndexer.IdOf(lines[random.Next(lines.Length)]));
    }
}
