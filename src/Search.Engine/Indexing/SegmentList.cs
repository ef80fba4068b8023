using System.Collections.Immutable;
using Search.Engine.Codecs;

namespace Search.Engine.Indexing;

/// <summary>The whole state of an index that a writer changes: replaced at once, never altered.</summary>
internal sealed record SegmentList
{
    /// <summary>The segments in document order.</summary>
    public ImmutableArray<LiveSegment> Segments
    {
        get;
        init
        {
            field = value;
            MaxDoc = value.Sum(segment => (long)segment.MaxDoc);
        }
    } = [];

    /// <summary>What the application keeps with a commit.</summary>
    public ImmutableSortedDictionary<string, string> UserData { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Counts the changes; only ever grows.</summary>
    public long Version { get; init; }

    /// <summary>Major version of the library that created the index.</summary>
    public int CreatedMajor { get; init; } = FormatVersion.Current.Major;

    /// <summary>Sum of the documents, deleted ones included.</summary>
    public long MaxDoc { get; private init; }

    /// <summary>Every file that the written state of the segments needs.</summary>
    public IReadOnlyList<string> Files() => [.. Segments.SelectMany(segment => segment.Written.AllFiles())];

    /// <summary>The list with other segments, those without a live document left out.</summary>
    public SegmentList WithSegments(IEnumerable<LiveSegment> segments) =>
        this with { Segments = [.. segments.Where(segment => !segment.IsFullyDeleted)], Version = Version + 1 };
}
