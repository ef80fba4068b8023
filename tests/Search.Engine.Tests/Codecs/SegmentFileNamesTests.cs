using Search.Engine.Codecs;

namespace Search.Engine.Tests.Codecs;

public sealed class SegmentFileNamesTests
{
    [Theory]
    [InlineData("_0.si", "_0", ".si")]
    [InlineData("_z1_2.liv", "_z1", "_2.liv")]
    [InlineData("_0_3_Lucene80_0.dvd", "_0", "_3_Lucene80_0.dvd")]
    [InlineData("_0bar.xyz", "_0bar", ".xyz")]
    public void Files_of_segments_have_a_segment_and_a_tail(string name, string segment, string tail)
    {
        Assert.True(SegmentFileNames.IsSegmentFile(name));
        Assert.Equal(segment, SegmentFileNames.SegmentOf(name));
        Assert.Equal(tail, SegmentFileNames.TailOf(name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("_")]
    [InlineData("_0")]
    [InlineData("_.si")]
    [InlineData("_foo")]
    [InlineData("_0_1")]
    [InlineData("foreign.txt")]
    [InlineData("_A.si")]
    [InlineData("_0-1.si")]
    [InlineData("_0/../../etc.si")]
    [InlineData("segments_1")]
    public void Foreign_files_are_told_apart(string name) => Assert.False(SegmentFileNames.IsSegmentFile(name));

    [Fact]
    public void Segment_names_are_numbers_in_base_36()
    {
        Assert.Equal(36, SegmentFileNames.NumberOf("_10"));
        Assert.True(SegmentFileNames.IsSegmentName("_10"));
        Assert.False(SegmentFileNames.IsSegmentName("_10.si"));
        Assert.False(SegmentFileNames.IsSegmentName("10"));
    }
}
