using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Store;

namespace Search.Soak.Queries;

/// <summary>A few hundred documents in several segments, some deleted, for queries that only have to run.</summary>
internal static class SmallIndex
{
    private const int Documents = 300;
    private const int DocumentsOfASegment = 90;
    private const int WordsOfADocument = 12;

    private static readonly string[] Words =
        ["rain", "storm", "river", "wind", "the", "of", "k1", "2024", "uber", "über", "can't", "foo", "bar", "baz", "東京", "a", "b", "e", "mail", "naive"];

    public static MemoryDirectory Create(int seed)
    {
        var random = new Random(seed);
        var directory = new MemoryDirectory();
        using IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = new ExactAndStemAnalyzer() });
        for (var i = 0; i < Documents; i++)
        {
            string body = string.Join(' ', Enumerable.Range(0, WordsOfADocument).Select(_ => Words[random.Next(Words.Length)]));
            writer.AddDocument([Field.CreateKeyword("key", $"k{i}"), Field.CreateText("body", body, offsets: true), Field.CreateKeyword("tag", Words[i % 7])]);
            if (i % DocumentsOfASegment == DocumentsOfASegment - 1)
                writer.Flush();
        }
        for (var i = 0; i < Documents; i += 11)
            writer.DeleteDocuments(new Term("key", $"k{i}"));
        return directory;
    }
}
