using System.Text.Json;
using Search.Engine.Search;

namespace Search.Engine.Tests.Search;

/// <summary>Compares hits with the <c>top</c> lists of golden files: ids in order, scores bit for bit.</summary>
internal static class GoldenHits
{
    public static void AssertEqual(JsonElement expected, TopDocs actual, Func<int, string> idOf)
    {
        string[] lucene = [.. expected.EnumerateArray().Select(hit => $"{hit[0].GetString()} {hit[2].GetString()}")];
        string[] ours = [.. actual.ScoreDocs.Select(hit => $"{idOf(hit.Doc)} 0x{BitConverter.SingleToUInt32Bits(hit.Score):x8}")];
        Assert.Equal(lucene, ours);
    }
}
