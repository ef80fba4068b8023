using System.Text.Json;
using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Search;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Search;

/// <summary>Block joins on the families of <c>join.json</c>.</summary>
public sealed class GoldenJoinTests
{
    private static readonly ParentFilter Parents = new(new TermQuery(new Term("kind", "parent")));

    [Fact]
    public void Parents_and_children_have_Lucenes_hits_and_scores()
    {
        IReadOnlyList<JsonElement> rows = Golden.Rows("join.json");
        string[][] families = [.. rows.Where(row => row.TryGetProperty("family", out _)).Select(row => Texts(row.GetProperty("family")))];
        using IndexReader reader = Write(families);
        var searcher = new IndexSearcher(reader);
        JsonElement[] searches = [.. rows.Where(row => !row.TryGetProperty("family", out _))];
        GoldenRows.Check("join.json", "hits", searches, row => row.GetRawText(), row =>
        {
            (Query query, string hits) = QueryOf(row);
            TopDocs top = searcher.Search(query, 10);
            GoldenHits.AssertEqual(row.GetProperty(hits), top, doc => StoredId.Of(reader, doc));
            Assert.Equal(top.TotalHits.Value, searcher.Count(query));
            Assert.All(top.ScoreDocs, hit => Assert.Equal(hit.Score, searcher.Explain(query, hit.Doc).Value));
        });
    }

    private static (Query Query, string Hits) QueryOf(JsonElement row)
    {
        if (row.TryGetProperty("to_child_of", out JsonElement parents))
            return (new ToChildBlockJoinQuery(new TermInSetQuery("id", [.. parents.GetString()!.Split(' ').Select(id => id[3..])]), Parents), "top");
        var term = new TermQuery(new Term("text", row.GetProperty("child_term").GetString()!));
        return row.TryGetProperty("scoreMode", out JsonElement mode)
            ? (new ToParentBlockJoinQuery(term, Parents, Enum.Parse<ChildScores>(mode.GetString()!)), "top")
            : (term, "children");
    }

    private static DirectoryReader Write(string[][] families)
    {
        var directory = new MemoryDirectory();
        using IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = new StandardAnalyzer() });
        foreach (string[] family in families)
        {
            IEnumerable<Document> children = family.Skip(1).Select((text, i) =>
                new Document { Field.CreateKeyword("id", $"{family[0]}c{i + 1}", stored: true), Field.CreateText("text", text) });
            writer.AddDocuments([.. children, [Field.CreateKeyword("id", family[0], stored: true), Field.CreateKeyword("kind", "parent")]]);
        }
        writer.Commit();
        return DirectoryReader.Open(directory);
    }

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];
}
