using Search.Engine.Indexing.Commits;

namespace Search.Engine.Tests.Indexing.Commits;

public class IndexFileNamesTests
{
    [Theory]
    [InlineData("_0.si", "_0", 0)]
    [InlineData("_10_2.liv", "_10", 36)]
    [InlineData("_a_Lucene84_0.doc", "_a", 10)]
    [InlineData("_8_foo.tmp", "_8", 8)]
    [InlineData("_0bar.xyz", "_0bar", 14_643)]
    public void Files_of_a_segment_tell_its_name_and_number(string name, string segment, long number)
    {
        Assert.True(IndexFileNames.TryParseSegment(name, out string actual, out long actualNumber));
        Assert.Equal((segment, number), (actual, actualNumber));
    }

    [Theory]
    [InlineData("foreign.txt")]
    [InlineData("_foo")]
    [InlineData("_foo_bar")]
    [InlineData("_.x")]
    [InlineData("_A.si")]
    [InlineData("write.lock")]
    [InlineData("segments_1")]
    public void Other_names_are_not_ours(string name) =>
        Assert.False(IndexFileNames.TryParseSegment(name, out _, out _));

    [Theory]
    [InlineData("_0_9.liv", 9)]
    [InlineData("_0_a_Lucene80_0.dvd", 10)]
    [InlineData("_0.si", 0)]
    [InlineData("_0_Lucene84_0.doc", 0)]
    public void Generations_stand_behind_the_segment_name(string name, long generation) =>
        Assert.Equal(generation, IndexFileNames.GenerationOf(name, "_0"));
}
