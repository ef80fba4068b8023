using Search.Articles.Results;
using Search.Articles.Schema;
using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Articles.Tests.Indexing;

/// <summary>Two forms of a word at one position must not change its score.</summary>
public sealed class StatisticsTests
{
    private static readonly string[] Texts =
    [
        "The dogs of the town barked at the visiting dog.",
        "Visitors came.",
        "A dog and a visitor visited the visited town, and the towns around it, for a long while.",
    ];

    [Theory]
    [InlineData("dog")]
    [InlineData("visit")]
    [InlineData("town")]
    public void A_stem_scores_as_in_an_index_of_stems_alone(string stem)
    {
        var query = new TermQuery(new Term(ArticleFields.Body, stem));
        using MemoryDirectory both = Write(ArticleAnalysis.ForIndexing);
        using MemoryDirectory stems = Write(new ExactAndStemAnalyzer(ExactAndStemMode.StemOnly));
        using DirectoryReader plain = DirectoryReader.Open(stems);
        var snapshot = new IndexSnapshot(DirectoryReader.Open(both));

        TopDocs expected = new IndexSearcher(plain).Search(query, 10);
        TopDocs actual = snapshot.Searcher.Search(query, 10);
        snapshot.Close();

        Assert.NotEmpty(expected.ScoreDocs);
        Assert.Equal(expected.ScoreDocs, actual.ScoreDocs);
    }

    private static MemoryDirectory Write(Analyzer analyzer)
    {
        var directory = new MemoryDirectory();
        using var writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = analyzer });
        foreach (string text in Texts)
        {
            var document = new Document();
            document.Add(Field.CreateText(ArticleFields.Body, text));
            writer.AddDocument(document);
        }
        return directory;
    }
}
