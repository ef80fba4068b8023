using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.AgainstLucene;
using Search.Engine.Tests.Infrastructure;

namespace Search.Benchmarks.Micro;

/// <summary>An index of generated paragraphs in memory, in one segment.</summary>
internal sealed class SampleIndex : IDisposable
{
    private const int Paragraphs = 20_000;

    private readonly MemoryDirectory _directory = new();

    public SampleIndex()
    {
        new ParagraphIndexer().Index(GeneratedCorpus.Paragraphs(Paragraphs), _directory);
        Reader = DirectoryReader.Open(_directory);
        Searcher = new IndexSearcher(Reader);
    }

    public DirectoryReader Reader { get; }

    public IndexSearcher Searcher { get; }

    /// <summary>The first generated query of a category.</summary>
    public static Query QueryOf(string category) =>
        QueryLine.Read(GeneratedCorpus.Queries(Paragraphs)).First(line => line.Category == category).ToQuery(ParagraphIndexer.Analyzer);

    public void Dispose()
    {
        Reader.Dispose();
        _directory.Dispose();
    }
}
