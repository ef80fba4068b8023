using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene86;
using Search.Engine.Store;

namespace Search.Engine.Indexing.Importing;

/// <summary>Copies segments of other indexes under new names; only the <c>.si</c> file is written anew.</summary>
/// <remarks>Container notes, section 6: files name their segment by its id, which the copy keeps. One thread at a time.</remarks>
internal sealed class SegmentCopier(IndexDirectory target)
{
    private const int CopyBytes = 1 << 20;

    private readonly List<string> _created = [];

    /// <summary>Names of all files created so far.</summary>
    public IReadOnlyList<string> CreatedFiles => _created;

    /// <summary>Copies a segment with its deletions and column updates; nothing is durable yet.</summary>
    /// <param name="name">A name that was never used.</param>
    public SegmentCommitInfo Copy(IndexDirectory source, SegmentCommitInfo commit, string name)
    {
        string ownFile = commit.Segment.FileName(Lucene86SegmentInfoFormat.Extension);
        foreach (string file in commit.AllFiles())
        {
            if (file != ownFile)
                Copy(source, file, Renamed(file, name));
        }
        SegmentInfo segment = commit.Segment with { Name = name, Files = Renamed(commit.Segment.Files, name) };
        _created.Add(segment.FileName(Lucene86SegmentInfoFormat.Extension));
        Lucene86SegmentInfoFormat.Write(target, segment);
        return commit with
        {
            Segment = segment,
            FieldInfosFiles = Renamed(commit.FieldInfosFiles, name),
            DocValuesFiles = commit.DocValuesFiles.ToDictionary(field => field.Key, field => Renamed(field.Value, name)),
        };
    }

    private static string Renamed(string file, string name) => name + SegmentFileNames.TailOf(file);

    private static IReadOnlySet<string> Renamed(IEnumerable<string> files, string name) =>
        files.Select(file => Renamed(file, name)).ToHashSet(StringComparer.Ordinal);

    private void Copy(IndexDirectory source, string sourceFile, string targetFile)
    {
        using IndexInput input = source.OpenInput(sourceFile);
        _created.Add(targetFile);
        using IndexOutput output = target.CreateOutput(targetFile);
        for (long at = 0; at < input.Length; at += CopyBytes)
            output.WriteBytes(input.SpanAt(at, (int)Math.Min(CopyBytes, input.Length - at)));
    }
}
