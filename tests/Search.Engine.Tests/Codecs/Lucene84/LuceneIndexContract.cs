using System.Text.Json;
using Search.Engine.Index;

namespace Search.Engine.Tests.Codecs.Lucene84;

/// <summary>Holds reader and writer against a segment that Apache Lucene wrote.</summary>
public abstract class LuceneIndexContract
{
    internal abstract LuceneSegment Segment { get; }

    /// <summary>Extensions of the files that must come out byte for byte.</summary>
    protected abstract IEnumerable<string> IdenticalFiles { get; }

    [OracleFact]
    public void Everything_that_Lucene_reads_is_read()
    {
        JsonElement[] expected = [.. TermLines(Segment.Folder)];
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Select(line => line.GetProperty("field").GetString()), Segment.FieldsWithTerms.Select(field => field.Name));
        foreach (JsonElement line in expected)
        {
            FieldInfo field = Segment.State.Fields.Find(line.GetProperty("field").GetString()!)!;
            Terms terms = Segment.Reader.Terms(field.Name)!;
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
        foreach (FieldInfo field in Segment.FieldsWithTerms)
        {
            long[]? norms = Segment.NormsOf(field);
            Terms terms = Segment.Reader.Terms(field.Name)!;
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
        Segment.Rewrite(target.Path);
        foreach (string extension in IdenticalFiles)
        {
            string name = Segment.State.Segment.FileName(extension, "Lucene84_0");
            Assert.True(File.ReadAllBytes(Path.Combine(Segment.Folder, name)).AsSpan().SequenceEqual(File.ReadAllBytes(target.File(name))), name);
        }
        Inspector.AssertSound(target.Path);
        Oracle.AssertSound(target.Path);
        Assert.Equal(DataLines(Segment.Folder), DataLines(target.Path));
    }

    // The lines "index" and "segment" state sizes of files.
    private static IEnumerable<string> DataLines(string folder) =>
        Oracle.Lines("dump", folder).Where(line => !line.StartsWith("{\"kind\":\"index\"", StringComparison.Ordinal) && !line.StartsWith("{\"kind\":\"segment\"", StringComparison.Ordinal));

    private static IEnumerable<JsonElement> TermLines(string folder)
    {
        foreach (string line in Oracle.Lines("dump", folder))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            if (document.RootElement.GetProperty("kind").GetString() == "terms")
                yield return document.RootElement.Clone();
        }
    }
}
