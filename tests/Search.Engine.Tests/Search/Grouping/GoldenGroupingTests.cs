using System.Text.Json;
using Search.Engine.Index;
using Search.Engine.QueryParsing;
using Search.Engine.Search;
using Search.Engine.Search.Grouping;
using Search.Engine.Search.Queries;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Search.Grouping;

/// <summary>The best groups by category and the best hits of each on the golden corpus.</summary>
public sealed class GoldenGroupingTests
{
    [Fact]
    public void Groups_and_their_hits_are_Lucenes() =>
        GoldenRows.Check("grouping.json", "groups", row => row.GetProperty("q").GetString()!, row =>
        {
            foreach (IndexReader reader in new[] { GoldenCorpus.Single, GoldenCorpus.SingleInMemory })
                CheckRow(new IndexSearcher(reader), row);
        });

    private static void CheckRow(IndexSearcher searcher, JsonElement row)
    {
        Query query = new QueryParser("body", GoldenCorpus.Analyzer).Parse(row.GetProperty("q").GetString()!);
        var options = new CollapseOptions { Column = row.GetProperty("field").GetString()!, Groups = 5, HitsPerGroup = 2 };
        CollapsedDocs collapsed = searcher.Collapse(query, options);
        Assert.Equal(row.GetProperty("totalHits").GetInt64(), collapsed.TotalHits.Value);
        Assert.Equal(row.GetProperty("totalGroups").GetInt64(), collapsed.TotalGroups.Value);
        JsonElement[] groups = [.. row.GetProperty("groups").EnumerateArray()];
        Assert.Equal(groups.Length, collapsed.Groups.Count);
        for (var i = 0; i < groups.Length; i++)
        {
            GroupHits group = collapsed.Groups[i];
            Assert.Equal(groups[i].GetProperty("group").GetString(), group.Key.Text);
            Assert.Equal(groups[i].GetProperty("totalHits").GetInt64(), group.TotalHits.Value);
            Assert.Equal(groups[i].GetProperty("maxScore").GetSingle(), group.MaxScore);
            GoldenHits.AssertEqual(groups[i].GetProperty("top"), new TopDocs(group.TotalHits, group.ScoreDocs), GoldenCorpus.IdOf);
        }
    }
}
