using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene86;
using Search.Engine.Store;

namespace Search.Engine.Tests.Codecs.Lucene86;

public sealed class Lucene86SegmentInfoFormatTests : IDisposable
{
    private static readonly SegmentInfo Segment = CodecFiles.Segment(17, "_a") with
    {
        IsCompound = true,
        Version = new FormatVersion(8, 8, 0),
        MinVersion = new FormatVersion(8, 7, 0),
        Diagnostics = new Dictionary<string, string> { ["source"] = "flush", ["os"] = "ünix" },
        Files = new HashSet<string> { "_a.si", "_a.cfs", "_a.cfe" },
        IndexSort =
        [
            new("SortField", "s", "STRING", Reverse: true, Selector: 0, Missing: 0),
            new("SortField", "i", "INT", Reverse: false, Selector: 0, Missing: -5),
            new("SortField", "f", "FLOAT", Reverse: false, Selector: 0, Missing: null),
            new("SortedNumericSortField", "d", "DOUBLE", Reverse: true, Selector: 1, Missing: long.MinValue),
            new("SortedSetSortField", "set", "", Reverse: false, Selector: 3, Missing: 2),
            new("SortedSetSortField", "none", "", Reverse: false, Selector: 0, Missing: null),
        ],
    };

    private readonly MemoryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Everything_comes_back()
    {
        Lucene86SegmentInfoFormat.Write(_directory, Segment);
        SegmentInfo read = Lucene86SegmentInfoFormat.Read(_directory, "_a", CodecFiles.Id);
        Assert.Equal(
            Segment with { Diagnostics = read.Diagnostics, Files = read.Files, IndexSort = read.IndexSort, Attributes = read.Attributes },
            read);
        Assert.Equal(Segment.Diagnostics.OrderBy(pair => pair.Key), read.Diagnostics.OrderBy(pair => pair.Key));
        Assert.Equal(Segment.Attributes, read.Attributes);
        Assert.Equal(Segment.Files.Order(), read.Files.Order());
        Assert.Equal(Segment.IndexSort, read.IndexSort);
    }

    [Fact]
    public void Another_segment_s_id_is_refused()
    {
        Lucene86SegmentInfoFormat.Write(_directory, Segment);
        Assert.Throws<CorruptIndexException>(() => Lucene86SegmentInfoFormat.Read(_directory, "_a", SegmentId.CreateRandom()));
    }

    [Fact]
    public void Damage_is_refused()
    {
        Lucene86SegmentInfoFormat.Write(_directory, Segment);
        CodecFiles.AssertEveryDamageIsRefused(_directory, "_a.si", () => Lucene86SegmentInfoFormat.Read(_directory, "_a", CodecFiles.Id));
    }

    [Fact]
    public void Forgeries_are_read_or_refused()
    {
        Lucene86SegmentInfoFormat.Write(_directory, Segment);
        CodecFiles.AssertForgeriesAreReadOrRefused(_directory, "_a.si", () => Lucene86SegmentInfoFormat.Read(_directory, "_a", CodecFiles.Id));
    }

    [Fact]
    public void A_segment_without_documents_or_file_names_is_not_written()
    {
        Assert.Throws<ArgumentException>(() => Lucene86SegmentInfoFormat.Write(_directory, Segment with { MaxDoc = 0 }));
        Assert.Throws<ArgumentException>(() => Lucene86SegmentInfoFormat.Write(_directory, Segment with { Files = new HashSet<string>() }));
    }
}
