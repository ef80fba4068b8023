using System.Text.Json;
using Search.Engine.Index;

namespace Search.Engine.Tests.Codecs.Lucene84;

/// <summary>Holds reader and writer against an index that Apache Lucene wrote.</summary>
public sealed class LuceneIndexTests : IClassFixture<LuceneIndexTests.Corpus>
{
    private const int Paragraphs = 4000;

    private readonly Corpus _corpus;

    public LuceneIndexTests(Corpus corpus) => _corpus = corpus;

    [OracleFact]
    public void Everything_that_Lucene_reads_is_read()
    {
        JsonElement[] expected = [.. TermLines(_corpus.Segment.Folder)];
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Select(line => line.GetProperty("field").GetString()), _corpus.Segment.FieldsWithTerms.Select(field => field.Name));
        foreach (JsonElement line in expected)
        {
            FieldInfo field = _corpus.Segment.State.Fields.Find(line.GetProperty("field").GetString()!)!;
            Terms terms = _corpus.Segment.Reader.Terms(field.Name)!;
            Assert.Equal(line.GetProperty("terms").GetInt64(), terms.Count);
            Assert.Equal(line.GetProperty("docCount").GetInt32(), terms.DocCount);
            Assert.Equal(line.GetProperty("sumDocFreq").GetInt64(), terms.SumDocFreq);
            Assert.Equal(line.GetProperty("sumTotalTermFreq").GetInt64(), terms.SumTotalTermFreq);
            Assert.All(PostingsDigest.Of(field, terms), digest => Assert.Equal(line.GetProperty(digest.Key).GetString(), digest.Value));
        }
    }

    [OracleFact]
    public void Impacts_equal_what_frequencies_and_norms_say()
    {
        foreach (FieldInfo field in _corpus.Segment.FieldsWithTerms)
        {
            long[]? norms = _corpus.Segment.NormsOf(field);
            Terms terms = _corpus.Segment.Reader.Terms(field.Name)!;
            TermsEnum cursor = terms.Enumerate();
            while (cursor.Next())
            {
                if (cursor.State.DocFreq > 128)
                    ImpactAssert.Minimal(terms, cursor.State, docId => norms?[docId] ?? 1);
            }
        }
    }

    [OracleFact]
    public void What_is_written_equals_what_Lucene_writes()
    {
        using var target = new TemporaryFolder();
        _corpus.Segment.Rewrite(target.Path);
        foreach (string extension in (string[])["doc", "pos", "pay", "tmd"])
        {
            string name = _corpus.Segment.State.Segment.FileName(extension, "Lucene84_0");
            Assert.True(File.ReadAllBytes(Path.Combine(_corpus.Segment.Folder, name)).AsSpan().SequenceEqual(File.ReadAllBytes(target.File(name))), name);
        }
        Oracle.AssertSound(target.Path);
        Assert.Equal(Oracle.Run("dump", _corpus.Segment.Folder), Oracle.Run("dump", target.Path));
    }

    private static IEnumerable<JsonElement> TermLines(string folder)
    {
        foreach (string line in Oracle.Lines("dump", folder))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            if (document.RootElement.GetProperty("kind").GetString() == "terms")
                yield return document.RootElement.Clone();
        }
    }

    /// <summary>An index of generated paragraphs, made once for all tests.</summary>
    public sealed class Corpus : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private LuceneSegment? _segment;

        internal LuceneSegment Segment => _segment ??= Make();

        public void Dispose()
        {
            _segment?.Dispose();
            _folder.Dispose();
        }

        private LuceneSegment Make()
        {
            Oracle.Run("index", GeneratedCorpus.Paragraphs(Paragraphs), _folder.File("index"), "--segments", "1");
            return new LuceneSegment(_folder.File("index"));
        }
    }
}
