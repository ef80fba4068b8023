using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene86;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Codecs;

namespace Search.Engine.Tests.Segments;

public sealed class CommitPointTests : IDisposable
{
    private readonly MemoryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Everything_comes_back()
    {
        CommitPoint commit = Commit(generation: 40, Segment("_0"), Segment("_z") with
        {
            DeletionGeneration = 12,
            DeletionCount = 3,
            SoftDeletionCount = 4,
            FieldInfosGeneration = 5,
            DocValuesGeneration = 6,
            CommitId = SegmentId.CreateRandom(),
            FieldInfosFiles = new HashSet<string> { "_z_5.fnm" },
            DocValuesFiles = new Dictionary<int, IReadOnlySet<string>>
            {
                [3] = new HashSet<string> { "_z_6_Lucene80_0.dvd", "_z_6_Lucene80_0.dvm" },
                [1] = new HashSet<string> { "_z_2_Lucene80_0.dvd" },
            },
        });
        Publish(commit);

        CommitPoint read = CommitPoint.ReadLatest(_directory);
        Assert.Equal(commit with { Segments = read.Segments, UserData = read.UserData }, read);
        Assert.Equal(commit.UserData, read.UserData);
        Assert.Equal(commit.AllFiles().Order(), read.AllFiles().Order());
        Assert.Contains("segments_14", read.AllFiles());
        Assert.Contains("_z_c.liv", read.AllFiles());
        SegmentCommitInfo updated = read.Segments[1];
        SegmentCommitInfo expected = commit.Segments[1];
        Assert.Equal(
            expected with { Segment = updated.Segment, FieldInfosFiles = updated.FieldInfosFiles, DocValuesFiles = updated.DocValuesFiles }, updated);
        Assert.Equal(["_z_2_Lucene80_0.dvd"], updated.DocValuesFiles[1]);
        Assert.Null(read.Segments[0].CommitId);
    }

    [Fact]
    public void An_index_without_segments_is_a_commit()
    {
        Publish(Commit(generation: 1));
        Assert.Empty(CommitPoint.ReadLatest(_directory).Segments);
    }

    [Fact]
    public void Without_a_commit_there_is_no_index()
    {
        Commit(generation: 1).Write(_directory); // pending is not committed
        Assert.Throws<IndexNotFoundException>(() => CommitPoint.ReadLatest(_directory));
    }

    [Fact]
    public void A_damaged_newest_commit_is_a_fault_although_an_older_one_is_sound()
    {
        Publish(Commit(generation: 1));
        Publish(Commit(generation: 2));
        byte[] bytes = CodecFiles.Read(_directory, "segments_2");
        CodecFiles.Replace(_directory, "segments_2", bytes[..^1]);
        Assert.Throws<CorruptIndexException>(() => CommitPoint.ReadLatest(_directory));
    }

    [Fact]
    public void A_commit_that_goes_while_it_is_opened_gives_way_to_the_newer_one()
    {
        Publish(Commit(generation: 1, Segment("_0")));
        long opened = CommitPoint.OpenLatest(_directory, commit =>
        {
            if (commit.Generation == 2)
                return commit.Generation;
            Publish(Commit(generation: 2, Segment("_1")));
            _directory.DeleteFile("segments_1");
            throw new FileNotFoundException();
        });
        Assert.Equal(2, opened);
    }

    [Fact]
    public void A_missing_file_without_a_newer_commit_is_a_fault()
    {
        Publish(Commit(generation: 1, Segment("_0")));
        _directory.DeleteFile("_0.si");
        CorruptIndexException fault = Assert.Throws<CorruptIndexException>(() => CommitPoint.ReadLatest(_directory));
        Assert.Equal("_0.si", fault.FileName);
    }

    [Fact]
    public void Damage_is_refused()
    {
        Publish(Commit(generation: 1, Segment("_0") with { DeletionGeneration = 1, DeletionCount = 1 }));
        CodecFiles.AssertEveryDamageIsRefused(_directory, "segments_1", () => CommitPoint.ReadLatest(_directory));
    }

    [Fact]
    public void Forgeries_are_read_or_refused()
    {
        Publish(Commit(generation: 1, Segment("_0") with
        {
            DeletionGeneration = 1,
            DeletionCount = 1,
            FieldInfosFiles = new HashSet<string> { "_0_1.fnm" },
            DocValuesFiles = new Dictionary<int, IReadOnlySet<string>> { [1] = new HashSet<string> { "_0_2_Lucene80_0.dvd" } },
        }));
        CodecFiles.AssertForgeriesAreReadOrRefused(_directory, "segments_1", () => CommitPoint.ReadLatest(_directory));
    }

    [Fact]
    public void A_renamed_commit_is_refused()
    {
        Publish(Commit(generation: 1));
        _directory.Rename("segments_1", "segments_2");
        Assert.Throws<CorruptIndexException>(() => CommitPoint.ReadLatest(_directory));
    }

    [Fact]
    public void The_counter_is_above_all_segments() =>
        Assert.Throws<ArgumentException>(() => (Commit(generation: 1, Segment("_a")) with { Counter = 10 }).Write(_directory));

    private void Publish(CommitPoint commit)
    {
        foreach (SegmentCommitInfo segment in commit.Segments)
        {
            if (!_directory.ListAll().Contains(segment.Segment.FileName("si")))
                Lucene86SegmentInfoFormat.Write(_directory, segment.Segment);
        }
        _directory.Rename(commit.Write(_directory), commit.FileName);
    }

    private static CommitPoint Commit(long generation, params SegmentCommitInfo[] segments) => new()
    {
        Generation = generation,
        Version = 7,
        Counter = 100,
        Segments = segments,
        UserData = new Dictionary<string, string> { ["analysis"] = "3" },
    };

    private static SegmentCommitInfo Segment(string name) => new()
    {
        Segment = CodecFiles.Segment(10, name) with { Id = SegmentId.CreateRandom(), Files = new HashSet<string> { $"{name}.si" } },
    };
}
