using System.Buffers;
using Search.Engine.Store;

namespace Search.Engine.Codecs;

/// <summary>Names of files that belong to segments: <c>_</c>, the segment's number, then <c>_suffix</c> or nothing, then an extension.</summary>
/// <remarks>Container notes, section 4.2.</remarks>
internal static class SegmentFileNames
{
    private static readonly SearchValues<char> Base36Digits = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz");

    /// <summary>Whether a file could belong to a segment; everything else in a folder is foreign and stays untouched.</summary>
    public static bool IsSegmentFile(string name)
    {
        int end = SegmentEnd(name);
        return end > 1 && end < name.Length && name.IndexOf('.', end) >= 0 && FileNames.IsLegal(name);
    }

    /// <summary>The segment of a segment file: <c>_0</c> of <c>_0_Lucene84_0.doc</c>.</summary>
    public static string SegmentOf(string name) => name[..SegmentEnd(name)];

    /// <summary>A segment file's name without its segment: <c>_Lucene84_0.doc</c> of <c>_0_Lucene84_0.doc</c>.</summary>
    public static string TailOf(string name) => name[SegmentEnd(name)..];

    /// <summary>Whether this is a segment's name: <c>_</c> and a number in base 36 that fits 63 bits.</summary>
    public static bool IsSegmentName(string name) =>
        name.Length > 1 && SegmentEnd(name) == name.Length && Base36.TryParse(name.AsSpan(1), out _);

    /// <summary>The number in a segment's name.</summary>
    /// <exception cref="FormatException">The number is out of range.</exception>
    public static long NumberOf(string segmentName) =>
        Base36.TryParse(segmentName.AsSpan(1), out long number) ? number : throw new FormatException($"\"{segmentName}\" is no segment name.");

    // Where the run of digits behind the first underscore ends; 0 when there is none.
    private static int SegmentEnd(string name)
    {
        if (name.Length == 0 || name[0] != '_')
            return 0;
        int end = name.AsSpan(1).IndexOfAnyExcept(Base36Digits);
        if (end < 0)
            return name.Length;
        return name[end + 1] is '_' or '.' ? end + 1 : 0;
    }
}
