using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene60;
using Search.Engine.Codecs.Lucene86;
using Search.Engine.Segments;

namespace Search.Engine.Tests.Codecs.Lucene84;

/// <summary>A second reader of the format, in Python, that checks more than Lucene does: tests/inspectors/inspect_postings.py.</summary>
internal static class Inspector
{
    /// <summary>Block structure, terms index, floor data, skip pointers, impacts and statistics are exactly right.</summary>
    public static void AssertSound(string folder)
    {
        string script = Path.Combine(RepositoryPaths.Root, "tests", "inspectors", "inspect_postings.py");
        (int exitCode, string output, string error) = Tool.Run("python3", [script, folder, "--verify"], TimeSpan.FromMinutes(2));
        Assert.True(exitCode == 0, output + error);
        Assert.Contains("verified", output, StringComparison.Ordinal);
    }

    /// <summary>Adds to written postings what makes an index of them.</summary>
    public static void Commit(WrittenPostings written)
    {
        SegmentInfo segment = written.Segment with
        {
            Files = written.Directory.ListAll().Append(written.Segment.FileName("fnm")).Append(written.Segment.FileName("si")).ToHashSet(StringComparer.Ordinal),
        };
        Lucene60FieldInfosFormat.Write(new SegmentWriteState(written.Directory, segment, written.Fields));
        Lucene86SegmentInfoFormat.Write(written.Directory, segment);
        var commit = new CommitPoint { Generation = 1, Version = 1, Counter = 1, Segments = [new SegmentCommitInfo { Segment = segment }] };
        written.Directory.Rename(commit.Write(written.Directory), commit.FileName);
    }
}
