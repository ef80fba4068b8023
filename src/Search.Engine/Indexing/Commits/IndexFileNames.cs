using Search.Engine.Segments;

namespace Search.Engine.Indexing.Commits;

/// <summary>What the names of an index's files say.</summary>
/// <remarks>Container notes, sections 4 and 12.5.</remarks>
internal static class IndexFileNames
{
    public static bool IsCommit(string name) => CommitFiles.TryParse(name, out _);

    /// <summary>Whether a name is that of a commit that was being prepared.</summary>
    public static bool TryParsePending(string name, out long generation)
    {
        generation = 0;
        return name.StartsWith(CommitFiles.PendingPrefix, StringComparison.Ordinal)
            && Base36.TryParse(name.AsSpan(CommitFiles.PendingPrefix.Length), out generation);
    }

    /// <summary>Whether a name has the shape of a segment's file: <c>_[a-z0-9]+(_.*)?\..*</c>. All else is not ours.</summary>
    public static bool TryParseSegment(string name, out string segment, out long number)
    {
        segment = "";
        number = 0;
        if (name.Length < 3 || name[0] != '_')
            return false;
        int end = 1;
        while (end < name.Length && char.IsAsciiLetterLower(name[end]) | char.IsAsciiDigit(name[end]))
            end++;
        bool hasShape = end > 1 && end < name.Length && (name[end] == '.' || (name[end] == '_' && name.IndexOf('.', end) >= 0));
        if (!hasShape || !Base36.TryParse(name.AsSpan(1, end - 1), out number))
            return false;
        segment = name[..end];
        return true;
    }

    /// <summary>The generation in the name of a segment's file, between the segment's name and the next <c>_</c> or dot; 0 when there is none.</summary>
    public static long GenerationOf(string name, string segment)
    {
        ReadOnlySpan<char> rest = name.AsSpan(segment.Length);
        if (rest.IsEmpty || rest[0] != '_')
            return 0;
        rest = rest[1..];
        int end = rest.IndexOfAny('_', '.');
        return Base36.TryParse(end < 0 ? rest : rest[..end], out long generation) ? generation : 0;
    }
}
