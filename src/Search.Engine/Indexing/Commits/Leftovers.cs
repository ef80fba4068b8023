using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Indexing.Commits;

/// <summary>What a writer that did not end well left in the folder.</summary>
/// <remarks>Container notes, section 12.5. Names that are not an index's are never touched.</remarks>
internal static class Leftovers
{
    /// <summary>Raises the numbers above every name in the folder.</summary>
    public static NextNumbers NumbersAbove(IReadOnlyList<string> names, long segmentCounter)
    {
        var next = new NextNumbers { SegmentNumber = segmentCounter };
        foreach (string name in names)
        {
            if (CommitFiles.TryParse(name, out long generation) || IndexFileNames.TryParsePending(name, out generation))
                next.Generation = Math.Max(next.Generation, generation + 1);
            else if (IndexFileNames.TryParseSegment(name, out _, out long number))
                next.SegmentNumber = Math.Max(next.SegmentNumber, number + 1);
        }
        return next;
    }

    /// <summary>The segment with its next generation above that of every file of its name.</summary>
    public static LiveSegment RaiseGeneration(LiveSegment segment, IReadOnlyList<string> names)
    {
        long next = segment.NextDeletionGeneration;
        foreach (string name in names)
        {
            if (IndexFileNames.TryParseSegment(name, out string owner, out _) && owner == segment.Written.Segment.Name)
                next = Math.Max(next, IndexFileNames.GenerationOf(name, owner) + 1);
        }
        return segment with { NextDeletionGeneration = next };
    }

    /// <summary>Deletes every file of an index that nobody refers to.</summary>
    public static void Delete(IndexDirectory directory, FileReferences references) =>
        references.DeleteUnreferenced(directory.ListAll().Where(IsOurs));

    private static bool IsOurs(string name) =>
        CommitFiles.TryParse(name, out _)
        || IndexFileNames.TryParsePending(name, out _)
        || IndexFileNames.TryParseSegment(name, out _, out _);
}
