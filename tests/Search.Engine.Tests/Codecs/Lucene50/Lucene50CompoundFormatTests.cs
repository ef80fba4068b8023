using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene50;
using Search.Engine.Store;

namespace Search.Engine.Tests.Codecs.Lucene50;

public sealed class Lucene50CompoundFormatTests : IDisposable
{
    private static readonly SegmentInfo Segment = CodecFiles.Segment(1);

    private readonly MemoryDirectory _directory = new();

    public Lucene50CompoundFormatTests()
    {
        WriteFile("_0.a", CodecFiles.Id, []);
        WriteFile("_0_Some_0.b", CodecFiles.Id, [1, 2, 3]);
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Packed_files_read_like_single_ones()
    {
        Assert.Equal(["_0.cfs", "_0.cfe"], Lucene50CompoundFormat.Write(_directory, Segment, ["_0_Some_0.b", "_0.a"]));
        using CompoundDirectory packed = Lucene50CompoundFormat.Open(_directory, Segment);
        packed.CheckIntegrity();
        Assert.Equal(["_0.a", "_0_Some_0.b"], packed.ListAll());
        foreach (string name in packed.ListAll())
        {
            Assert.Equal(CodecFiles.Read(_directory, name), CodecFiles.Read(packed, name));
            Assert.Equal(_directory.FileLength(name), packed.FileLength(name));
        }
        Assert.Throws<FileNotFoundException>(() => packed.OpenInput("_0.c"));
        Assert.Throws<FileNotFoundException>(() => packed.OpenInput("_1.a"));
        Assert.Throws<NotSupportedException>(() => packed.CreateOutput("_0.c"));
    }

    [Fact]
    public void Files_of_other_segments_and_damaged_ones_are_not_packed()
    {
        WriteFile("_0.other", SegmentId.CreateRandom(), [1]);
        Assert.Throws<CorruptIndexException>(() => Lucene50CompoundFormat.Write(_directory, Segment, ["_0.other"]));
        _directory.DeleteFile("_0.cfs");
        _directory.DeleteFile("_0.cfe");

        byte[] bytes = CodecFiles.Read(_directory, "_0_Some_0.b");
        bytes[^17] ^= 1;
        CodecFiles.Replace(_directory, "_0_Some_0.b", bytes);
        Assert.Throws<CorruptIndexException>(() => Lucene50CompoundFormat.Write(_directory, Segment, ["_0_Some_0.b"]));
    }

    [Fact]
    public void Forgeries_are_read_or_refused()
    {
        Lucene50CompoundFormat.Write(_directory, Segment, ["_0_Some_0.b", "_0.a"]);
        CodecFiles.AssertForgeriesAreReadOrRefused(_directory, "_0.cfe", () =>
        {
            using CompoundDirectory packed = Lucene50CompoundFormat.Open(_directory, Segment);
            foreach (string name in packed.ListAll())
                CodecFiles.Read(packed, name);
        });
    }

    [Fact]
    public void Damage_is_refused()
    {
        Lucene50CompoundFormat.Write(_directory, Segment, ["_0_Some_0.b", "_0.a"]);
        foreach (string name in new[] { "_0.cfs", "_0.cfe" })
        {
            CodecFiles.AssertEveryDamageIsRefused(_directory, name, () =>
            {
                using CompoundDirectory packed = Lucene50CompoundFormat.Open(_directory, Segment);
                packed.CheckIntegrity();
            });
        }
    }

    private void WriteFile(string name, SegmentId id, byte[] content)
    {
        using IndexOutput output = _directory.CreateOutput(name);
        CodecHeader.Write(output, "Some", 3, id);
        output.WriteBytes(content);
        CodecFooter.Write(output);
    }
}
