using Search.Engine.Codecs;
using Search.Engine.Store;

namespace Search.Engine.Segments;

/// <summary>One commit: the segments of an index in document order, and what the application says about it.</summary>
/// <remarks>One <c>segments_N</c> file (README.md; container notes, section 5). Immutable: a change makes a new one.</remarks>
internal sealed record CommitPoint
{
    /// <summary>Which commit of the index; rises with every one.</summary>
    public required long Generation { get; init; }

    /// <summary>Identity of this commit; a new one for each.</summary>
    public SegmentId Id { get; init; } = SegmentId.CreateRandom();

    /// <summary>Version of the library that wrote it.</summary>
    public FormatVersion LuceneVersion { get; init; } = FormatVersion.Current;

    /// <summary>Major version that the index was created with; stays for its life.</summary>
    public int IndexCreatedMajor { get; init; } = FormatVersion.Current.Major;

    /// <summary>Counts changes; rises from commit to commit.</summary>
    public required long Version { get; init; }

    /// <summary>Number of the next new segment; above that of every segment ever written.</summary>
    public required long Counter { get; init; }

    /// <summary>In document order.</summary>
    public required IReadOnlyList<SegmentCommitInfo> Segments { get; init; }

    /// <summary>What the application recorded with the commit.</summary>
    public IReadOnlyDictionary<string, string> UserData { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The commit's file.</summary>
    public string FileName => CommitFiles.NameOf(Generation);

    /// <summary>Every file that the commit needs, its own included; none twice.</summary>
    public IEnumerable<string> AllFiles() =>
        Segments.SelectMany(segment => segment.AllFiles()).Prepend(FileName).Distinct(StringComparer.Ordinal);

    /// <summary>Reads the commit of a file, with all segment infos.</summary>
    public static CommitPoint Read(IndexDirectory directory, string fileName) => CommitPointFormat.Read(directory, fileName);

    /// <summary>Reads the newest commit.</summary>
    /// <exception cref="IndexNotFoundException">There is none.</exception>
    public static CommitPoint ReadLatest(IndexDirectory directory) => OpenLatest(directory, commit => commit);

    /// <summary>Opens what belongs to the newest commit, while a writer may be replacing it.</summary>
    /// <remarks>
    /// A file that is missing means that a newer commit came in between; only then it is tried again. A damaged newest
    /// commit is a fault, never a reason to fall back to an older one (container notes, section 12.3).
    /// </remarks>
    public static T OpenLatest<T>(IndexDirectory directory, Func<CommitPoint, T> open) =>
        OpenLatestFile(directory, name => open(Read(directory, name)));

    /// <summary>The same, for who reads the commit's file in another way.</summary>
    public static T OpenLatestFile<T>(IndexDirectory directory, Func<string, T> open)
    {
        long generation = CommitFiles.Latest(directory);
        while (true)
        {
            if (generation < 0)
                throw new IndexNotFoundException("There is no index: the directory holds no commit (segments_N file).");
            try
            {
                return open(CommitFiles.NameOf(generation));
            }
            catch (IOException)
            {
                long latest = CommitFiles.Latest(directory);
                if (latest <= generation)
                    throw;
                generation = latest;
            }
        }
    }

    /// <summary>Writes the commit as <c>pending_segments_N</c> and returns that name; making it durable and renaming it is the caller's.</summary>
    public string Write(IndexDirectory directory) => CommitPointFormat.WritePending(directory, this);
}
