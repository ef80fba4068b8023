using System.Text;
using System.Text.Json;
using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Indexing;

public class GoldenMultiValuedTests
{
    [Fact]
    public void Positions_offsets_and_norms_over_several_values_are_Lucenes() =>
        GoldenRows.Check("multivalued.json", "postings", IdOf, AssertMet);

    private static string IdOf(JsonElement row) =>
        $"{row.GetProperty("analyzer")} {row.GetProperty("positionGap")}/{row.GetProperty("offsetGap")} {row.GetProperty("values").GetRawText()}";

    private static void AssertMet(JsonElement row)
    {
        using var directory = new MemoryDirectory();
        var analyzer = new GappedAnalyzer(
            row.GetProperty("analyzer").GetString() == "stop", row.GetProperty("positionGap").GetInt32(), row.GetProperty("offsetGap").GetInt32());
        using (IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = analyzer }))
        {
            var document = new Document();
            foreach (JsonElement value in row.GetProperty("values").EnumerateArray())
                document.Add(Field.CreateText("f", value.GetString()!, offsets: true));
            writer.AddDocument(document);
        }
        using DirectoryReader reader = DirectoryReader.Open(directory);
        LeafReader leaf = reader.Leaves[0].Reader;
        Terms? terms = leaf.Terms("f");
        Assert.Equal(row.GetProperty("postings").GetRawText().Replace(" ", "", StringComparison.Ordinal), Postings(terms));
        Assert.Equal(row.GetProperty("sumTotalTermFreq").GetInt64(), terms?.SumTotalTermFreq ?? -1);
        NumericDocValues norms = leaf.Norms("f")!;
        Assert.True(norms.AdvanceExact(0));
        Assert.Equal(row.GetProperty("normByte").GetInt64(), norms.Value);
    }

    private static string Postings(Terms? terms)
    {
        var entries = new List<string>();
        TermsEnum? cursor = terms?.Enumerate();
        while (cursor?.Next() == true)
        {
            PostingsEnum postings = terms!.Postings(cursor.State, PostingsDetail.Everything);
            postings.NextDoc();
            var places = new List<string>();
            for (var i = 0; i < postings.Freq; i++)
            {
                int position = postings.NextPosition();
                places.Add($"[{position},{postings.StartOffset},{postings.EndOffset}]");
            }
            entries.Add($"[\"{Encoding.UTF8.GetString(cursor.Term)}\",[{string.Join(',', places)}]]");
        }
        return $"[{string.Join(',', entries)}]";
    }

    private sealed class GappedAnalyzer(bool stops, int positionGap, int offsetGap) : Analyzer
    {
        private readonly StandardAnalyzer _words = new(stops ? WordSet.EnglishStopWords : null);

        public override int PositionIncrementGap(string field) => positionGap;

        public override int OffsetGap(string field) => offsetGap;

        protected internal override Analyzer AnalyzerOf(string field) => _words;

        protected override AnalysisChain CreateChain() => throw new NotSupportedException();
    }
}
