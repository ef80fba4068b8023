using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene60;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Tests.Codecs.Lucene60;

public sealed class Lucene60FieldInfosFormatTests : IDisposable
{
    private readonly MemoryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Every_setting_comes_back()
    {
        FieldInfo[] fields =
        [
            new() { Name = "stored", Number = 0 },
            new()
            {
                Name = "text", Number = 7, IndexOptions = IndexOptions.DocsFreqsPositionsAndOffsets, HasPayloads = true, HasTermVectors = true,
                Attributes = new Dictionary<string, string> { ["b"] = "2", ["a"] = "ä" },
            },
            new() { Name = "keyword", Number = 8, IndexOptions = IndexOptions.Docs, OmitsNorms = true, DocValuesType = DocValuesType.SortedSet },
            new() { Name = "deleted", Number = 1000, DocValuesType = DocValuesType.Numeric, DocValuesGeneration = 40, IsSoftDeletes = true },
            new() { Name = "place", Number = 9, PointDimensionCount = 4, PointIndexDimensionCount = 2, PointBytesPerDimension = 8 },
        ];
        Lucene60FieldInfosFormat.Write(new SegmentWriteState(_directory, CodecFiles.Segment(1), new FieldInfos(fields)));

        FieldInfos read = Lucene60FieldInfosFormat.Read(_directory, CodecFiles.Segment(1));
        Assert.Equal(fields.Length, read.Count);
        foreach (FieldInfo field in fields)
        {
            FieldInfo? found = read.Find(field.Name);
            Assert.Equal(field, found! with { Attributes = field.Attributes });
            Assert.Equal(field.Attributes.OrderBy(pair => pair.Key), found.Attributes.OrderBy(pair => pair.Key));
        }
    }

    [Fact]
    public void Layout_is_that_of_the_specification()
    {
        Write(new() { Name = "a", Number = 0 }, new() { Name = "n", Number = 1 });
        byte[] file = CodecFiles.Read(_directory, "_0.fnm");
        Assert.EndsWith(
            "02016100000000FFFFFFFFFFFFFFFF0000016E01000000FFFFFFFFFFFFFFFF0000",
            Convert.ToHexString(file.AsSpan(..^16)), StringComparison.Ordinal);
    }

    [Fact]
    public void Updated_fields_have_their_generation_in_name_and_header()
    {
        var fields = new FieldInfos([new() { Name = "n", Number = 3, DocValuesType = DocValuesType.Numeric, DocValuesGeneration = 36 }]);
        Assert.Equal("_0_10.fnm", Lucene60FieldInfosFormat.Write(_directory, CodecFiles.Segment(1), fields, "10"));
        Assert.Equal(36, Lucene60FieldInfosFormat.Read(_directory, CodecFiles.Segment(1), "10").Find(3)?.DocValuesGeneration);

        _directory.Rename("_0_10.fnm", "_0_11.fnm");
        Assert.Throws<CorruptIndexException>(() => Lucene60FieldInfosFormat.Read(_directory, CodecFiles.Segment(1), "11"));
    }

    [Fact]
    public void Damage_is_refused()
    {
        Write(new() { Name = "a", Number = 0 }, new() { Name = "p", Number = 1, PointDimensionCount = 1, PointIndexDimensionCount = 1, PointBytesPerDimension = 4 });
        CodecFiles.AssertEveryDamageIsRefused(_directory, "_0.fnm", () => Lucene60FieldInfosFormat.Read(_directory, CodecFiles.Segment(1)));
    }

    [Fact]
    public void Forgeries_are_read_or_refused()
    {
        Write(new() { Name = "a", Number = 0 }, new() { Name = "p", Number = 1, PointDimensionCount = 1, PointIndexDimensionCount = 1, PointBytesPerDimension = 4 });
        CodecFiles.AssertForgeriesAreReadOrRefused(_directory, "_0.fnm", () => Lucene60FieldInfosFormat.Read(_directory, CodecFiles.Segment(1)));
    }

    [Fact]
    public void What_cannot_be_is_not_written()
    {
        FieldInfo[] impossible =
        [
            new() { Name = "x", Number = -1 },
            new() { Name = "x", Number = 0, OmitsNorms = true },
            new() { Name = "x", Number = 0, HasPayloads = true, IndexOptions = IndexOptions.Docs },
            new() { Name = "x", Number = 0, DocValuesGeneration = 1 },
            new() { Name = "x", Number = 0, PointDimensionCount = 1 },
            new() { Name = "x", Number = 0, PointBytesPerDimension = 1 },
        ];
        foreach (FieldInfo field in impossible)
        {
            using var directory = new MemoryDirectory();
            Assert.Throws<ArgumentException>(() =>
                Lucene60FieldInfosFormat.Write(new SegmentWriteState(directory, CodecFiles.Segment(1), new FieldInfos([field]))));
        }
    }

    private void Write(params FieldInfo[] fields) =>
        Lucene60FieldInfosFormat.Write(new SegmentWriteState(_directory, CodecFiles.Segment(1), new FieldInfos(fields)));
}
