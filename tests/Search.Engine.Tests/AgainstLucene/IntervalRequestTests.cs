using System.Text.Json;
using Search.Engine.Search;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure.Requests;

namespace Search.Engine.Tests.AgainstLucene;

/// <summary>Interval queries and begun phrases on indexes that Lucene wrote.</summary>
public sealed class IntervalRequestTests
{
    private const int Requests = 400;

    [OracleFact]
    public void Intervals_on_one_segment_answer_like_Lucene() => AssertSame(LuceneIndex.One.Value, seed: 3);

    [OracleFact]
    public void Intervals_on_several_segments_with_deletions_answer_like_Lucene() => AssertSame(LuceneIndex.Many.Value, seed: 4);

    private static void AssertSame(LuceneIndex index, int seed)
    {
        Request[] requests = [.. new IntervalRequests(TextSample.Of(LargeCorpus.Path), seed).Take(Requests)];
        RequestComparison.AssertSame(index.Folder, requests);
        Assert.InRange(Matching(index.Folder, requests), Requests / 3, Requests);
    }

    // How many of the requests find anything.
    private static int Matching(string folder, IEnumerable<Request> requests)
    {
        using MappedDirectory directory = MappedDirectory.Open(folder);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);
        return requests.Count(request => searcher.Count(QueryForms.Parse(JsonSerializer.Deserialize<JsonElement>(request.Json).GetProperty("query"))) > 0);
    }
}
