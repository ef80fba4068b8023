using Search.Engine.Tests.Codecs.Lucene80;

namespace Search.Engine.Tests.Dump;

/// <summary>Our reader sees in indexes that Apache Lucene wrote what Apache Lucene sees.</summary>
public sealed class IndexDumpTests
{
    private const int Paragraphs = 3000;

    [OracleTheory]
    [InlineData("--extras")]
    [InlineData("--extras", "--segments", "3", "--deletes", "50", "--updates", "30")]
    [InlineData("--extras", "--segments", "2", "--compound", "--deletes", "10", "--updates", "10")]
    [InlineData("--best-compression", "--extras")]
    [InlineData("--no-offsets", "--index-sort", "date")]
    public void The_dump_of_an_index_that_Lucene_wrote_is_the_oracles(params string[] options)
    {
        using TemporaryFolder index = Index(options);

        Assert.Equal(Oracle.Lines("dump", index.Path), IndexDump.OfFolder(index.Path));
    }

    [OracleFact]
    public void Deleted_documents_are_left_out_and_the_others_numbered_as_the_oracle_does()
    {
        using TemporaryFolder index = Index("--segments", "3", "--deletes", "50", "--updates", "30");

        Assert.Equal(Oracle.Lines("dump", index.Path, "--live"), IndexDump.OfFolder(index.Path, DumpMode.Live));
        Assert.Equal(Oracle.Lines("dump", index.Path, "--by-id"), IndexDump.OfFolder(index.Path, DumpMode.ById));
    }

    [OracleTheory]
    [InlineData(2000)]
    [InlineData(2000, "best-compression")]
    [InlineData(4000, "dimensions")]
    public void Columns_of_every_kind_and_encoding_give_the_oracles_digests(int documents, params string[] options)
    {
        using var lucene = new LuceneColumns(documents, options);

        Assert.Equal(Oracle.Lines("dump", lucene.Path), IndexDump.OfFolder(lucene.Path));
    }

    private static TemporaryFolder Index(params string[] options)
    {
        var folder = new TemporaryFolder();
        Oracle.Run(["index", GeneratedCorpus.Paragraphs(Paragraphs), folder.Path, .. options]);
        return folder;
    }
}
