using Search.Engine.Codecs;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Dump;

namespace Search.Engine.Tests.Indexing.Merging;

/// <summary>Our merge of segments that Apache Lucene wrote is sound and holds what Lucene's own merge of them holds.</summary>
public sealed class SegmentMergerOracleTests
{
    private const int Paragraphs = 3000;
    private const string LuceneMerge = "Indexing/Merging/LuceneMerge.java";

    [OracleTheory]
    [InlineData("--segments", "20", "--deletes", "400", "--updates", "300")]
    [InlineData("--segments", "7", "--deletes", "5", "--compound", "--no-offsets")]
    [InlineData("--segments", "2", "--best-compression")]
    public void Merged_paragraphs_are_those_of_Lucenes_merge(params string[] options)
    {
        using var folder = new TemporaryFolder();
        Oracle.Run(["index", GeneratedCorpus.Paragraphs(Paragraphs), folder.File("source"), "--extras", .. options]);
        JavaSource.Run(LuceneMerge, "merge", folder.File("source"), folder.File("theirs"));

        AssertMergedAsLucene(folder);
    }

    [OracleFact]
    public void Merged_postings_of_every_kind_have_the_bytes_of_Lucenes_merge()
    {
        using var folder = new TemporaryFolder();
        Gather(folder, "Codecs/Lucene84/CornerIndex.java", ["4000", "1"], ["3000", "3"]);

        AssertMergedAsLucene(folder);
        AssertSameBytes(folder, ".doc", ".pos", ".pay", ".nvd", ".nvm");
    }

    [OracleFact]
    public void Merged_columns_and_points_of_every_kind_are_those_of_Lucenes_merge()
    {
        using var folder = new TemporaryFolder();
        Gather(folder, "Codecs/Lucene80/ColumnsMaker.java", ["4000", "dimensions"], ["2500", "best-compression"]);

        AssertMergedAsLucene(folder);
        AssertSameBytes(folder, ".nvd", ".nvm");
    }

    private static void Gather(TemporaryFolder folder, string maker, params string[][] arguments)
    {
        string[] parts = [.. arguments.Select((_, i) => folder.File($"part{i}"))];
        for (var i = 0; i < parts.Length; i++)
            JavaSource.Run(maker, [parts[i], .. arguments[i]]);
        JavaSource.Run(LuceneMerge, ["gather", folder.File("source"), folder.File("theirs"), "30", .. parts]);
    }

    private static void AssertMergedAsLucene(TemporaryFolder folder)
    {
        string ours = folder.File("ours");
        MergedIndex.Write(folder.File("source"), ours);

        Oracle.AssertSound(ours);
        Assert.Equal(Content(Oracle.Lines("dump", folder.File("theirs"))), Content(IndexDump.OfFolder(ours)));
        using MappedDirectory directory = MappedDirectory.Open(ours);
        Assert.True(IndexChecker.Check(directory).IsSound);
    }

    // All that a reader sees, but the layout in files.
    private static IEnumerable<string> Content(string[] dump) =>
        dump.Where(line => !line.Contains("\"kind\":\"index\"", StringComparison.Ordinal) && !line.Contains("\"kind\":\"segment\"", StringComparison.Ordinal));

    // Stored values and suffixes of terms are compressed otherwise, and field and segment infos name what wrote them.
    private static void AssertSameBytes(TemporaryFolder folder, params string[] extensions)
    {
        using MappedDirectory ours = MappedDirectory.Open(folder.File("ours"));
        using MappedDirectory theirs = MappedDirectory.Open(folder.File("theirs"));
        string[] files = [.. ours.ListAll().Where(file => extensions.Contains(Path.GetExtension(file)))];
        Assert.Equal(extensions.Length, files.Length);
        foreach (string file in files)
        {
            string their = theirs.ListAll().Single(name => name.StartsWith('_') && SegmentFileNames.TailOf(name) == SegmentFileNames.TailOf(file));
            Assert.True(Body(theirs, their).SequenceEqual(Body(ours, file)), file);
        }
    }

    // Without the segment's id in the header and the checksum, which covers it.
    private static byte[] Body(IndexDirectory directory, string file)
    {
        using IndexInput input = directory.OpenInput(file);
        CodecHeader.ReadId(input);
        return input.ReadSpan((int)input.Remaining - 8).ToArray();
    }
}
