using Search.Engine.Analysis;
using Search.Engine.Indexing;
using Search.Engine.QueryParsing;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Indexing;

namespace Search.Engine.Tests.Search;

public sealed class ExtremeBoostTests
{
    [Theory]
    [InlineData("((rain^99999999999999999999)^99999999999999999999)^99999999999999999999")]
    [InlineData("(rain (storm rain^99999999999999999999)^99999999999999999999)^99999999999999999999")]
    [InlineData("((rain storm*)^99999999999999999999)^99999999999999999999 rain^99999999999999999999999999999999999")]
    [InlineData("((rain^0)^99999999999999999999)^99999999999999999999 storm")]
    public void Boosts_whose_product_exceeds_a_float_still_list_every_match_in_order(string text)
    {
        using var directory = new MemoryDirectory();
        using (IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = new StandardAnalyzer() }))
        {
            for (var i = 0; i < 5; i++)
                writer.AddDocument(Seen.Document($"{i}", $"rain {new string('x', i)} storm"));
        }
        using DirectoryReader reader = DirectoryReader.Open(directory);
        Query query = new QueryParser("t", new StandardAnalyzer()).Parse(text);
        TopDocs top = new IndexSearcher(reader).Search(query, 10);

        Assert.Equal(5, top.ScoreDocs.Count);
        Assert.All(top.ScoreDocs, hit => Assert.False(float.IsNaN(hit.Score)));
        Assert.Equal(top.ScoreDocs, top.ScoreDocs.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Doc));
    }
}
