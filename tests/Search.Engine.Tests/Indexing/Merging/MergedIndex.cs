using Search.Engine.Codecs;
using Search.Engine.Indexing.Merging;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Tests.Indexing.Merging;

/// <summary>Merges all segments of an index, in their order, into the only segment of another one, without a writer.</summary>
internal static class MergedIndex
{
    /// <returns>The merge that was done.</returns>
    public static SegmentMerger Write(IndexDirectory source, IndexDirectory target, bool isCompound = false)
    {
        using DirectoryReader reader = DirectoryReader.Open(source);
        MergeSource[] sources = MergeSource.InOrder(reader.Segments.Select(segment => (segment, segment.LiveDocs)));
        var merger = new SegmentMerger(target, "_0", sources, _ => null);
        SegmentInfo merged = merger.Merge(_ => isCompound, CancellationToken.None);
        foreach (string file in merger.CreatedFiles.Except(merged.Files, StringComparer.Ordinal).Intersect(target.ListAll()))
            target.DeleteFile(file);
        var commit = new CommitPoint
        {
            Generation = 1,
            Version = 1,
            Counter = 1,
            Segments = [new SegmentCommitInfo { Segment = merged, CommitId = SegmentId.CreateRandom() }],
            UserData = new Dictionary<string, string>(StringComparer.Ordinal),
        };
        target.Rename(commit.Write(target), commit.FileName);
        return merger;
    }

    /// <summary>As the other, between folders.</summary>
    public static void Write(string source, string target, bool isCompound = false)
    {
        using MappedDirectory from = MappedDirectory.Open(source);
        using MappedDirectory to = MappedDirectory.Open(target);
        Write(from, to, isCompound);
    }
}
