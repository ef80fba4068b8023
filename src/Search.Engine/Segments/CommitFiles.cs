using Search.Engine.Store;

namespace Search.Engine.Segments;

/// <summary>Names of commit files: <c>segments_</c> and the generation in base 36.</summary>
/// <remarks>Container notes, sections 4.3 and 12.3. The newest commit is that of the highest number, not of the latest name or time.</remarks>
internal static class CommitFiles
{
    public const string Prefix = "segments_";
    public const string PendingPrefix = "pending_segments_";

    /// <summary>The file of a commit.</summary>
    public static string NameOf(long generation) => Prefix + Base36.Format(generation);

    /// <summary>The file of a commit that is being prepared.</summary>
    public static string PendingNameOf(long generation) => PendingPrefix + Base36.Format(generation);

    /// <summary>The generation of a commit file; false for any other name.</summary>
    public static bool TryParse(string name, out long generation)
    {
        generation = 0;
        return name.StartsWith(Prefix, StringComparison.Ordinal)
            && Base36.TryParse(name.AsSpan(Prefix.Length), out generation)
            && NameOf(generation) == name;
    }

    /// <summary>The highest generation among files; -1 when there is no commit.</summary>
    public static long Latest(IEnumerable<string> names)
    {
        long latest = -1;
        foreach (string name in names)
        {
            if (TryParse(name, out long generation))
                latest = Math.Max(latest, generation);
        }
        return latest;
    }

    /// <summary>The highest generation in a directory that a writer may be changing; -1 when there is no commit.</summary>
    public static long Latest(IndexDirectory directory)
    {
        // A listing is not atomic: a commit that comes while another goes can be missed. Two that agree missed nothing.
        IReadOnlyList<string> names = directory.ListAll();
        while (true)
        {
            IReadOnlyList<string> again = directory.ListAll();
            if (names.SequenceEqual(again))
                return Latest(again);
            names = again;
        }
    }
}
