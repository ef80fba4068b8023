using Search.Engine.Index;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Variants;

namespace Search.Engine.Tests.Segments;

public sealed class TermVectorsTests
{
    [Theory]
    [InlineData("term-vectors")]
    [InlineData("term-vectors-compound")]
    public void Term_vectors_are_recognised_and_asking_for_them_is_refused(string name)
    {
        using MappedDirectory directory = MappedDirectory.Open(Variant.Of(name).Index);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        LeafReader leaf = reader.Leaves[0].Reader;
        Assert.True(leaf.FieldInfos.Find("text")!.HasTermVectors);
        Assert.Equal("text", Assert.Throws<TermVectorsNotReadException>(() => leaf.TermVectors(0, "text")).Field);

        Assert.False(leaf.FieldInfos.Find("plain")!.HasTermVectors);
        Assert.Null(leaf.TermVectors(0, "plain"));
        Assert.Null(leaf.TermVectors(0, "absent"));
        Assert.Throws<ArgumentOutOfRangeException>(() => leaf.TermVectors(leaf.MaxDoc, "text"));
    }

    [Theory]
    [InlineData("_0.tvd")]
    [InlineData("_0.tvx")]
    [InlineData("_0.tvm")]
    public void The_check_finds_vectors_of_another_segment(string file)
    {
        using MappedDirectory directory = MappedDirectory.Open(Variant.Of("term-vectors").Index);
        IndexFiles files = IndexFiles.Of(directory);
        byte[] bytes = files.BytesOf(file);
        bytes[bytes[4] + 12] ^= 1; // a bit of the id
        using MemoryDirectory damaged = files.With(file, FileVersions.Mended(bytes));
        IndexCheckReport report = IndexChecker.Check(damaged);
        Assert.Contains(file, Assert.Single(report.Segments.Single().Problems), StringComparison.Ordinal);
    }
}
