using Search.Engine.Segments;

namespace Search.Engine.Tests.Segments;

public sealed class CommitFilesTests
{
    [Fact]
    public void The_newest_commit_is_that_of_the_highest_number() =>
        Assert.Equal(36, CommitFiles.Latest(["segments_z", "segments_10", "segments_2", "pending_segments_zz", "_0.si"]));

    [Theory]
    [InlineData("segments")]
    [InlineData("segments_")]
    [InlineData("segments.gen")]
    [InlineData("segments_A")]
    [InlineData("segments_01")]
    [InlineData("pending_segments_1")]
    public void Other_names_are_no_commits(string name) => Assert.Equal(-1, CommitFiles.Latest([name]));

    [Fact]
    public void Generations_stand_in_base_36()
    {
        Assert.Equal("segments_14", CommitFiles.NameOf(40));
        Assert.Equal("pending_segments_14", CommitFiles.PendingNameOf(40));
        Assert.True(CommitFiles.TryParse("segments_14", out long generation));
        Assert.Equal(40, generation);
    }
}
