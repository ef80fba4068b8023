using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Indexing;
using Search.Engine.Indexing.Merging;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Tests.Search;

/// <summary>
/// Segments, one as a rule, of any number of documents whose number of different words, values and labels does not grow with it; every
/// fifth one is the parent of the four before it.
/// </summary>
internal sealed class AllocationCorpus : IDisposable
{
    private const int Block = 5;
    private const int Values = 40;

    private readonly MemoryDirectory _directory = new();

    public AllocationCorpus(int documents, int segments = 1)
    {
        var random = new Random(1);
        using (IndexWriter writer = IndexWriter.Open(_directory, new IndexWriterOptions { Analyzer = new WhitespaceAnalyzer(), BufferBytes = IndexWriterOptions.MaxBufferBytes, MergePolicy = NoMergePolicy.Instance }))
        {
            for (var doc = 0; doc < documents; doc += Block)
            {
                writer.AddDocuments([.. Enumerable.Range(0, Block).Select(i => Next(random, isParent: i == Block - 1))]);
                if ((doc + Block) % (documents / segments) == 0)
                    writer.Flush();
            }
            writer.Commit();
        }
        Reader = DirectoryReader.Open(_directory);
        Assert.Equal(segments, Reader.Leaves.Count);
    }

    public DirectoryReader Reader { get; }

    public void Dispose()
    {
        Reader.Dispose();
        _directory.Dispose();
    }

    private static Document Next(Random random, bool isParent)
    {
        int value = random.Next(Values);
        return
        [
            Field.CreateText("f", string.Join(' ', Enumerable.Range(0, 8).Select(_ => $"w{random.Next(20)}"))),
            Field.CreateText("title", $"w{random.Next(20)} w{random.Next(20)}"),
            Field.CreateKeyword("kind", isParent ? "parent" : "child"),
            Field.CreatePoint("p", value),
            Field.CreateColumn("n", value),
            Field.CreateColumn("ns", value, multiValued: true),
            Field.CreateColumn("ns", value + 1, multiValued: true),
            Field.CreateColumn("x", BitConverter.SingleToInt32Bits(value / 2f)),
            Field.CreateColumn("d", BitConverter.DoubleToInt64Bits(value / 3.0)),
            Field.CreateColumn("s", $"label{value}"),
            Field.CreateColumn("ss", $"label{value}", multiValued: true),
            Field.CreateColumn("ss", $"label{random.Next(Values)}", multiValued: true),
        ];
    }
}
