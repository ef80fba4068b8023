using System.Text.Json;
using Search.Engine.Analysis;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Indexing.Merging;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Indexing;

/// <summary>
/// The scripted run of Lucene's writer (writer.json): what a reader reopened from the directory, and a near-real-time reader that
/// is refreshed, see after each step.
/// </summary>
public sealed class GoldenWriterTests : IDisposable
{
    private readonly MemoryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Readers_see_what_Lucene_lets_them_see()
    {
        IndexWriter writer = IndexWriter.Open(_directory, new IndexWriterOptions { Analyzer = new FailingAnalyzer(), MergePolicy = NoMergePolicy.Instance });
        var rows = 0;
        DirectoryReader? refreshed = null;
        foreach (JsonElement row in Golden.Rows("writer.json"))
        {
            rows++;
            string step = row.GetProperty("step").GetString()!;
            if (step != "see")
            {
                Run(writer, step);
                continue;
            }
            Assert.True(row.GetProperty("committed").GetString() == Seen.In(_directory), $"row {rows}: {row} where we see {Seen.In(_directory)}");
            if (!row.TryGetProperty("nrt", out JsonElement expected))
                continue;
            Refresh(writer, ref refreshed);
            Assert.True(expected.GetString() == Seen.In(refreshed!), $"row {rows}: {row} where we see {Seen.In(refreshed!)}");
            Assert.Equal(row.GetProperty("nrtMaxDoc").GetInt32(), refreshed!.MaxDoc);
        }
        refreshed!.Dispose();
        Assert.Equal("2:b 1:a2 3:x 5:q 6:late 8:after 9:c9", Seen.In(_directory));
    }

    private static void Refresh(IndexWriter writer, ref DirectoryReader? reader)
    {
        DirectoryReader? next = reader is null ? writer.OpenReader() : writer.OpenIfChanged(reader);
        if (next is null)
            return;
        reader?.Dispose();
        reader = next;
    }

    private static void Run(IndexWriter writer, string step)
    {
        string[] parts = step.Split(' ', 3);
        switch (parts[0])
        {
            case "add": writer.AddDocument(Seen.Document(parts[1], parts[2])); break;
            case "update": writer.UpdateDocument(new Term("id", parts[1]), Seen.Document(parts[1], parts[2])); break;
            case "block": writer.AddDocuments(step["block ".Length..].Split('|').Select(pair => pair.Split(' ')).Select(pair => Seen.Document(pair[0], pair[1]))); break;
            case "deleteTerm": writer.DeleteDocuments(new Term(parts[1], parts[2])); break;
            case "deleteQuery": writer.DeleteDocuments(new TermQuery(new Term(parts[1], parts[2]))); break;
            case "commit": writer.Commit(); break;
            case "prepareCommit": writer.PrepareCommit(); break;
            case "deleteAll": writer.DeleteAll(); break;
            case "rollback": writer.Rollback(); break;
            case "failingAdd": Assert.Throws<IOException>(() => writer.AddDocument(Seen.Document(parts[1], FailingAnalyzer.Poison))); break;
            default: Assert.Fail(step); break;
        }
    }

    private sealed class FailingAnalyzer : Analyzer
    {
        public const string Poison = "boom";

        protected override AnalysisChain CreateChain()
        {
            var tokenizer = new StandardTokenizer();
            return new AnalysisChain(tokenizer, new FailingFilter(tokenizer));
        }
    }

    private sealed class FailingFilter(TokenStream input) : TokenFilter(input)
    {
        public override bool Next() =>
            Input.Next() && (Token.Text is not FailingAnalyzer.Poison ? true : throw new IOException(FailingAnalyzer.Poison));
    }
}
