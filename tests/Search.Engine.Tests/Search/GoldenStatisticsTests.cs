using System.Text.Json;
using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Similarities;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Search;

public sealed class GoldenStatisticsTests
{
    [Fact]
    public void Statistics_of_one_segment_are_Lucenes() => Check(Golden.Rows("statistics.json")[0], GoldenCorpus.Single);

    [Fact]
    public void Statistics_count_deleted_documents() => Check(Golden.Rows("statistics.json")[1], GoldenCorpus.ThreeSegments);

    [Fact]
    public void Norms_are_Lucenes()
    {
        foreach (JsonElement row in Golden.Rows("statistics.json")[2].GetProperty("norms").EnumerateArray())
        {
            NumericDocValues norms = GoldenCorpus.Single.Leaves[0].Reader.Norms(row.GetProperty("field").GetString()!)!;
            var doc = 0;
            foreach (JsonElement expected in row.GetProperty("normByteByDoc").EnumerateArray())
            {
                string actual = norms.AdvanceExact(doc++) ? $"{(byte)norms.Value}" : "none";
                Assert.Equal(expected.ToString(), actual);
            }
        }
    }

    private static void Check(JsonElement row, IndexReader reader)
    {
        var searcher = new IndexSearcher(reader);
        Assert.Equal(row.GetProperty("maxDoc").GetInt32(), reader.MaxDoc);
        Assert.Equal(row.GetProperty("numDocs").GetInt32(), reader.NumDocs);
        foreach (JsonProperty field in row.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Object))
        {
            CollectionStatistics statistics = searcher.StatisticsOf(field.Name);
            Assert.Equal(field.Value.GetProperty("docCount").GetInt64(), statistics.DocCount);
            Assert.Equal(field.Value.GetProperty("sumTotalTermFreq").GetInt64(), statistics.SumTotalTermFreq);
            Assert.Equal(field.Value.GetProperty("sumDocFreq").GetInt64(), statistics.SumDocFreq);
            Assert.Equal(Golden.Bits(field.Value.GetProperty("avgdlBits")), Bm25Similarity.AverageLength(statistics));
        }
        Assert.All(row.GetProperty("terms").EnumerateArray(), term =>
            Assert.Equal(term[1].GetInt32(), reader.DocFreq(new Term("body", term[0].GetString()!))));
    }
}
