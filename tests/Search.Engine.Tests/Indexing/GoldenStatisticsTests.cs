using System.Text.Json;
using Search.Engine.Index;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Indexing;

public class GoldenStatisticsTests
{
    [Fact]
    public void Statistics_of_one_segment_are_Lucenes()
    {
        using MemoryDirectory directory = GoldenIndex.Single();
        AssertStatistics(directory, Golden.Rows("statistics.json")[0]);
    }

    [Fact]
    public void Statistics_of_several_segments_with_deletions_are_Lucenes()
    {
        using MemoryDirectory directory = GoldenIndex.Segmented();
        AssertStatistics(directory, Golden.Rows("statistics.json")[1]);
    }

    [Fact]
    public void Norms_are_Lucenes()
    {
        using MemoryDirectory directory = GoldenIndex.Single();
        using DirectoryReader reader = DirectoryReader.Open(directory);
        foreach (JsonElement row in Golden.Rows("statistics.json")[2].GetProperty("norms").EnumerateArray())
        {
            string field = row.GetProperty("field").GetString()!;
            NumericDocValues norms = reader.Leaves[0].Reader.Norms(field)!;
            IEnumerable<string> expected = row.GetProperty("normByteByDoc").EnumerateArray().Select(value => value.ToString());
            Assert.Equal(expected, Enumerable.Range(0, reader.MaxDoc).Select(docId => norms.AdvanceExact(docId) ? $"{norms.Value & 0xFF}" : "none"));
        }
    }

    private static void AssertStatistics(MemoryDirectory directory, JsonElement row)
    {
        using DirectoryReader reader = DirectoryReader.Open(directory);
        Assert.Equal((row.GetProperty("maxDoc").GetInt32(), row.GetProperty("numDocs").GetInt32()), (reader.MaxDoc, reader.NumDocs));
        foreach (JsonProperty field in row.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Object))
        {
            Terms[] terms = [.. reader.Leaves.Select(leaf => leaf.Reader.Terms(field.Name)).OfType<Terms>()];
            Assert.Equal(
                (field.Name, field.Value.GetProperty("docCount").GetInt32(), field.Value.GetProperty("sumDocFreq").GetInt64(), field.Value.GetProperty("sumTotalTermFreq").GetInt64()),
                (field.Name, terms.Sum(one => one.DocCount), terms.Sum(one => one.SumDocFreq), terms.Sum(one => one.SumTotalTermFreq)));
        }
        foreach (JsonElement entry in row.GetProperty("terms").EnumerateArray())
            AssertTerm(reader, new Term("body", entry[0].GetString()!), entry[1].GetInt32(), entry[2].GetInt64());
    }

    private static void AssertTerm(DirectoryReader reader, Term term, int docFreq, long totalTermFreq)
    {
        long total = 0;
        foreach (Leaf leaf in reader.Leaves)
        {
            if (leaf.Reader.Terms(term.Field)!.TryGet(term.Bytes, out TermState state))
                total += state.TotalTermFreq;
        }
        Assert.Equal((docFreq, totalTermFreq), (reader.DocFreq(term), total));
    }
}
