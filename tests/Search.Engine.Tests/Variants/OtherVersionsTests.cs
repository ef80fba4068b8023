using System.Text;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Dump;
using Search.Engine.Tests.Segments;

namespace Search.Engine.Tests.Variants;

/// <summary>Files of other releases are read where the layout is known, else refused with what to do.</summary>
public sealed class OtherVersionsTests
{
    [Theory]
    [InlineData("binary-plain", 0)] // 8.0 to 8.4: never compressed
    [InlineData("binary-compressed", 1)] // 8.5 to 8.7: always compressed
    public void Columns_of_earlier_versions_are_read(string name, int version)
    {
        IndexFiles files = FilesOf(name);
        using MemoryDirectory older = files.With(new Dictionary<string, byte[]?>(StringComparer.Ordinal)
        {
            ["_0_Lucene80_0.dvm"] = FileVersions.With(files.BytesOf("_0_Lucene80_0.dvm"), version),
            ["_0_Lucene80_0.dvd"] = FileVersions.With(files.BytesOf("_0_Lucene80_0.dvd"), version),
        });
        using DirectoryReader reader = DirectoryReader.Open(older);
        string[] lines = Variant.Of(name).Dump();
        Assert.Equal(lines[2..], IndexDump.Content(reader));
    }

    [Theory]
    [InlineData("_0.fdt", 2, "IndexUpgrader")]
    [InlineData("_0.fdm", 2, "IndexUpgrader")]
    [InlineData("_0_Lucene84_0.tim", 5, "IndexUpgrader")]
    [InlineData("_0_Lucene84_0.doc", 0, "IndexUpgrader")]
    [InlineData("_0_Lucene80_0.dvm", 3, "index the documents again")]
    [InlineData("_0.si", 1, "index the documents again")]
    [InlineData("_0.nvm", 7, "index the documents again")]
    [InlineData("segments_1", 9, "IndexUpgrader")]
    [InlineData("segments_1", 11, "index the documents again")]
    public void Files_of_other_versions_are_refused_with_what_to_do(string file, int version, string advice)
    {
        IndexFiles files = FilesOf("index-sort-numbers");
        using MemoryDirectory other = files.With(file, FileVersions.With(files.BytesOf(file), version));
        IndexFormatException refusal = Assert.Throws<IndexFormatException>(() => DirectoryReader.Open(other));
        Assert.Contains(advice, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(file, refusal.FileName);
    }

    [Theory]
    [InlineData("Lucene86", "IndexUpgrader")]
    [InlineData("Lucene90", "after 8.8")]
    [InlineData("MyCodec1", "default codec")]
    public void Segments_of_other_codecs_are_refused_with_what_to_do(string codec, string advice)
    {
        IndexFiles files = FilesOf("index-sort-numbers");
        byte[] commit = files.BytesOf("segments_1");
        Encoding.ASCII.GetBytes(codec).CopyTo(commit.AsSpan(commit.AsSpan().IndexOf("Lucene87"u8)));
        using MemoryDirectory other = files.With("segments_1", FileVersions.Mended(commit));
        IndexFormatException refusal = Assert.Throws<IndexFormatException>(() => DirectoryReader.Open(other));
        Assert.Contains(codec, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(advice, refusal.Message, StringComparison.Ordinal);
    }

    private static IndexFiles FilesOf(string name)
    {
        using MappedDirectory directory = MappedDirectory.Open(Variant.Of(name).Index);
        return IndexFiles.Of(directory);
    }
}
